namespace Search.Benchmarks;

/// <summary>Runs a verb of this program in a process of its own, so that each round starts as cold as Java's does.</summary>
internal static class SelfProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Standard output of the verb.</summary>
    public static string Run(params string[] arguments)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("the program's path is unknown");
        string assembly = Path.Combine(AppContext.BaseDirectory, "Search.Benchmarks.dll");
        string[] all = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [assembly, .. arguments] : arguments;
        (int exitCode, string output, string error) = Tool.Run(program, all, Patience);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {exitCode}:\n{error}");
    }
}
