namespace Search.Articles.Indexing;

/// <summary>Where articles and index are when nobody says otherwise, wherever a program is started from.</summary>
public static class DefaultFolders
{
    /// <summary>The nearest folder at or above <paramref name="folder"/> that holds Search.sln, else the folder itself.</summary>
    public static string FindRoot(string folder)
    {
        for (string? candidate = Path.GetFullPath(folder); candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (File.Exists(Path.Combine(candidate, "Search.sln")))
                return candidate;
        }
        return Path.GetFullPath(folder);
    }

    /// <summary>The sample articles of a root folder.</summary>
    public static string Articles(string root) => Path.Combine(root, "seeds");

    /// <summary>The index of a root folder.</summary>
    public static string Index(string root) => Path.Combine(root, "index");
}
