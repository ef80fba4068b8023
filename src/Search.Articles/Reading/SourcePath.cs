namespace Search.Articles.Reading;

/// <summary>Paths of sources: a file relative to its folder, "archive.zip!/name" in an archive, ":12" behind it for a line or part.</summary>
internal static class SourcePath
{
    private const string InArchive = "!/";

    /// <summary>The path of a part of a file.</summary>
    public static string OfPart(string file, int number) => $"{file}:{number}";

    /// <summary>The path of a file in an archive.</summary>
    public static string OfEntry(string archive, string name) => archive + InArchive + name;

    /// <summary>Whether a path is that of a line, a part or an entry of a file.</summary>
    public static bool IsPartOf(string path, string file) =>
        path.StartsWith(file, StringComparison.Ordinal) && (path.AsSpan(file.Length).StartsWith(":") || path.AsSpan(file.Length).StartsWith(InArchive));

    /// <summary>The path itself, and what it is a part of: the file without the line, the archives around it, the folders above.</summary>
    public static IEnumerable<string> Holders(string path)
    {
        yield return path;
        int colon = path.LastIndexOf(':');
        if (colon > 0)
            yield return path[..colon];
        for (int at = path.LastIndexOf(InArchive, StringComparison.Ordinal); at > 0; at = path.LastIndexOf(InArchive, at - 1, StringComparison.Ordinal))
            yield return path[..at];
        for (int at = path.LastIndexOf('/'); at > 0; at = path.LastIndexOf('/', at - 1))
            yield return path[..(at + 1)];
    }
}
