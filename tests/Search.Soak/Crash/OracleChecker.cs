using System.Diagnostics;

namespace Search.Soak.Crash;

/// <summary>Apache Lucene's CheckIndex in one long-lived process, an index a line.</summary>
internal sealed class OracleChecker : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private OracleChecker(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static OracleChecker Start()
    {
        if (External.MissingOracle is { } missing)
            throw new InvalidOperationException(missing);
        string oracle = Path.Combine(RepositoryPaths.Root, "tests", "oracle", "oracle");
        var start = new ProcessStartInfo(oracle, ["check-many", "--slow", "--quiet"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ORACLE_JAVA_OPTS"] = "-Xmx1g -XX:+UseSerialGC";
        return new OracleChecker(Process.Start(start)!);
    }

    /// <exception cref="SoakFailureException">Lucene finds the index broken.</exception>
    public void Check(string folder)
    {
        _process.StandardInput.WriteLine(folder);
        _process.StandardInput.Flush();
        string? answer = _process.StandardOutput.ReadLine();
        if (answer is null)
            throw new SoakFailureException($"the oracle ended: {_errors.GetAwaiter().GetResult()}");
        if (!answer.Contains("\"clean\":true", StringComparison.Ordinal))
            throw new SoakFailureException($"Lucene does not accept the index: {answer}");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
