using System.Diagnostics;
using System.Globalization;

namespace Search.Benchmarks.Serving;

/// <summary>The web host as a process of its own on a free port of loopback.</summary>
internal sealed class ServedHost : IDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private ServedHost(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    public Uri Url { get; }

    public static async Task<ServedHost> StartAsync(string index, params string[] settings)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        string program = Path.Combine(RepositoryPaths.Root, "src", "Search.Web", "bin", output.Parent!.Name, output.Name, "Search.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--role", "serve", "--index", index, "--urls", "http://127.0.0.1:0", .. settings])
        {
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                int at = line.IndexOf(Listening, StringComparison.Ordinal);
                if (at < 0)
                    continue;
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // the log goes on
                return new ServedHost(process, new Uri(line[(at + Listening.Length)..].Trim()));
            }
            throw new InvalidOperationException("the host ended before it listened");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>What the process has of a kind of memory (<c>/proc/PID/status</c>) in MB; -1 where that is not known.</summary>
    public long Megabytes(string kind)
    {
        string status = $"/proc/{_process.Id}/status";
        string? line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith($"{kind}:", StringComparison.Ordinal)) : null;
        return line is null ? -1 : long.Parse(line.AsSpan(kind.Length + 1).Trim().TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture) / 1024;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
