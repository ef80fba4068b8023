namespace Search.Engine.Tests.Indexing.Merging;

/// <summary>Runs a Java program of this folder, or of another one, over Apache Lucene.</summary>
internal static class JavaSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="program">Path of the source below this project.</param>
    /// <returns>What it printed.</returns>
    public static string Run(string program, params string[] arguments)
    {
        string jars = Environment.GetEnvironmentVariable("ORACLE_JARS") ?? "/usr/share/java";
        string classPath = string.Join(':', ((string[])["core", "analyzers-common"]).Select(module => Directory.EnumerateFiles(jars, $"lucene-{module}-8.*.jar").First()));
        string source = Path.Combine(RepositoryPaths.Root, "tests", "Search.Engine.Tests", program);
        (int exitCode, string output, string error) = Tool.Run("java", ["-Xmx2g", "-XX:TieredStopAtLevel=1", "-cp", classPath, source, .. arguments], Patience);
        Assert.True(exitCode == 0, error);
        return output;
    }
}
