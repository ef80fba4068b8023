namespace Search.Testing;

/// <summary>Where things stand in the repository that the tests were built from.</summary>
internal static class RepositoryPaths
{
    public static string Root { get; } = FindRoot();

    public static string Golden { get; } = Path.Combine(Root, "tests", "golden");

    public static string Seeds { get; } = Path.Combine(Root, "seeds");

    /// <summary>The measuring data beside the repository; it is not part of it and may be absent.</summary>
    public static string SharedData { get; } = Path.Combine(Root, "..", "shared", "data");

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Search.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"no Search.sln above {AppContext.BaseDirectory}");
    }
}
