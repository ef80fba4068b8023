namespace Search.Soak.Memory;

/// <summary>What this process holds of a folder's files, as the kernel counts it.</summary>
/// <param name="Files">Open files.</param>
/// <param name="Mappings">Mapped ranges.</param>
public sealed record HandleCensus(int Files, int Mappings)
{
    /// <summary>Counts now; null where there is no <c>/proc</c>.</summary>
    public static HandleCensus? Of(string folder)
    {
        if (!Directory.Exists("/proc/self/fd"))
            return null;
        string inFolder = Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar;
        int files = Directory.EnumerateFiles("/proc/self/fd").Count(path => TargetOf(path)?.StartsWith(inFolder, StringComparison.Ordinal) == true);
        return new HandleCensus(files, File.ReadLines("/proc/self/maps").Count(line => line.Contains(inFolder, StringComparison.Ordinal)));
    }

    // A file may be closed between being listed and being looked at.
    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
