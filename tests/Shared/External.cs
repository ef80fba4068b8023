using System.Diagnostics;

namespace Search.Testing;

/// <summary>Tools and data that a machine may lack: a test that needs one skips and says so, unless they are made mandatory.</summary>
internal static class External
{
    /// <summary>Set to 1, a missing tool fails the tests that need it instead of skipping them.</summary>
    public const string RequiredVariable = "SEARCH_REQUIRE_EXTERNAL";

    private static readonly Lazy<string?> MissingOracleReason = new(FindMissingOracle);
    private static readonly Lazy<string?> MissingPythonReason = new(() =>
        Runs("python3", "--version") ? null : "python3 is not on the path");

    public static bool IsRequired => Environment.GetEnvironmentVariable(RequiredVariable) == "1";

    /// <summary>Why the oracle cannot run; null when it can.</summary>
    public static string? MissingOracle => MissingOracleReason.Value;

    /// <summary>Why Python cannot run; null when it can.</summary>
    public static string? MissingPython => MissingPythonReason.Value;

    /// <summary>Why a browser cannot be started; null when it can.</summary>
    public static string? MissingChromium => File.Exists(ChromiumPath) ? null : $"no {ChromiumPath} (Debian package chromium)";

    public static string ChromiumPath { get; } = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";

    /// <summary>What to write into a Fact's Skip: nothing when the tool is there or when it is mandatory (the test then fails by itself).</summary>
    public static string? SkipReason(string? missing) => missing is null || IsRequired ? null : $"skipped: {missing}";

    private static string? FindMissingOracle()
    {
        if (!OperatingSystem.IsLinux())
            return "the oracle runs on Linux only";
        if (!Runs("java", "-version"))
            return "java is not on the path (Debian package openjdk-17-jdk-headless)";
        string jars = Environment.GetEnvironmentVariable("ORACLE_JARS") ?? "/usr/share/java";
        return Directory.Exists(jars) && Directory.EnumerateFiles(jars, "lucene-core-8.*.jar").Any()
            ? null
            : $"no lucene-core-8.*.jar in {jars} (Debian package liblucene8-java)";
    }

    private static bool Runs(string program, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, argument)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            process!.StandardOutput.ReadToEnd();
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
