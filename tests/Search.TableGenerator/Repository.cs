namespace Search.TableGenerator;

/// <summary>Where the repository is.</summary>
public static class Repository
{
    /// <summary>The nearest folder above the program or the working directory that holds Search.sln.</summary>
    public static string Root { get; } =
        Find(AppContext.BaseDirectory) ?? Find(Environment.CurrentDirectory)
        ?? throw new DirectoryNotFoundException("No folder above this program holds Search.sln.");

    private static string? Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Search.sln")))
                return folder.FullName;
        }
        return null;
    }
}
