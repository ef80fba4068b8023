using System.Diagnostics;

namespace Search.Testing;

/// <summary>Runs Apache Lucene over an index: <c>tests/oracle</c>, its README lists the commands.</summary>
internal static class Oracle
{
    private const int MaxReported = 4000;
    private const string JavaOptionsVariable = "ORACLE_JAVA_OPTS";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    // Runs of seconds: the optimizing compiler and a parallel collector cost more than they give (CheckIndex of 100,000
    // paragraphs: 3 seconds for 12). Only dump wants the compiler, which has the digest's machine instructions. What
    // measures runs with all that Java has.
    private const string ShortRuns = "-Xmx4g -XX:+UseSerialGC -XX:TieredStopAtLevel=1";
    private const string DumpRuns = "-Xmx4g -XX:+UseSerialGC";
    private const string MeasuringRuns = "-Xmx4g";

    /// <summary>Runs a command that must succeed and returns its standard output.</summary>
    public static string Run(params string[] arguments)
    {
        (int exitCode, string output, string error) = TryRun(arguments);
        if (exitCode != 0)
        {
            string tail = output[Math.Max(0, output.Length - MaxReported)..];
            throw new InvalidOperationException($"oracle {string.Join(' ', arguments)} ended with {exitCode}:\n{tail}\n{error}");
        }
        return output;
    }

    /// <summary>The lines of <see cref="Run"/>.</summary>
    public static string[] Lines(params string[] arguments) =>
        Run(arguments).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>CheckIndex finds nothing wrong.</summary>
    public static void AssertSound(string indexFolder, bool slow = true) =>
        Run(slow ? ["check", indexFolder, "--slow", "--quiet"] : ["check", indexFolder, "--quiet"]);

    /// <summary>Runs a command, whatever its outcome.</summary>
    public static (int ExitCode, string Output, string Error) TryRun(params string[] arguments)
    {
        if (External.MissingOracle is { } missing)
            throw new InvalidOperationException(missing);
        string options = Environment.GetEnvironmentVariable(JavaOptionsVariable) ?? JavaOptionsOf(arguments[0]);
        var settings = new Dictionary<string, string> { [JavaOptionsVariable] = options };
        return Tool.Run(Path.Combine(RepositoryPaths.Root, "tests", "oracle", "oracle"), arguments, Patience, settings);
    }

    private static string JavaOptionsOf(string command) => command switch
    {
        "bench" or "bench-index" => MeasuringRuns,
        "dump" => DumpRuns,
        _ => ShortRuns,
    };
}

/// <summary>Runs an external program to its end.</summary>
internal static class Tool
{
    /// <param name="settings">Environment variables on top of this process's own.</param>
    public static (int ExitCode, string Output, string Error) Run(
        string program, IEnumerable<string> arguments, TimeSpan patience, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {patience}");
        }
        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
