using System.Diagnostics;

namespace Search.Soak;

/// <summary>Starts a hidden verb of this program in a process of its own, from the program itself or from the tests.</summary>
internal static class SelfProcess
{
    /// <summary>How to start it, with standard output and error redirected.</summary>
    public static ProcessStartInfo StartInfo(params IEnumerable<string> arguments)
    {
        string assembly = Path.Combine(AppContext.BaseDirectory, "Search.Soak.dll");
        string dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        return new ProcessStartInfo(dotnet, ["exec", assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    /// <summary>Runs it to its end; its standard output.</summary>
    /// <exception cref="SoakFailureException">It failed.</exception>
    public static string Run(params IEnumerable<string> arguments) => Run(StartInfo(arguments));

    /// <summary>Runs what <see cref="StartInfo"/> made to its end; its standard output.</summary>
    /// <exception cref="SoakFailureException">It failed.</exception>
    public static string Run(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new SoakFailureException($"{string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
    }
}
