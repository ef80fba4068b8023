using System.Diagnostics;
using System.Text;

namespace Search.Hosts.Tests.Infrastructure;

/// <summary>The web host as a process of its own.</summary>
public sealed class HostProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri?> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process) => _process = process;

    public HttpClient Client { get; } = new();

    /// <summary>Where it listens; <see cref="StartAsync"/> has waited for it.</summary>
    public Uri Url => Client.BaseAddress!;

    /// <summary>All that it has written.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>Starts the host and waits until it listens.</summary>
    public static async Task<HostProcess> StartAsync(string workingFolder, string[] arguments, params (string Name, string Value)[] environment)
    {
        HostProcess host = Start(workingFolder, arguments, environment);
        try
        {
            host.Client.BaseAddress = await host._url.Task.WaitAsync(Patience);
            Assert.True(host.Client.BaseAddress is not null, $"the host ended:\n{host.Log}");
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Starts a host that is to end by itself.</summary>
    public static async Task<(int ExitCode, string Log)> RunToEndAsync(string workingFolder, params string[] arguments)
    {
        using HostProcess host = Start(workingFolder, arguments, []);
        using var patience = new CancellationTokenSource(Patience);
        await host._process.WaitForExitAsync(patience.Token);
        return (host._process.ExitCode, host.Log);
    }

    /// <summary>Tells the host to stop, as a service manager does.</summary>
    public void Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits until the log says something.</summary>
    public async Task WaitForLogAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!Log.Contains(text, StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }

    /// <summary>Waits for the host to end.</summary>
    public async Task<int> WaitForExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static HostProcess Start(string workingFolder, string[] arguments, (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = BuiltProgram.StartInfo(BuiltProgram.Web, workingFolder, arguments);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        var host = new HostProcess(new Process { StartInfo = start });
        host._process.OutputDataReceived += (_, line) => host.Read(line.Data, isOutput: true);
        host._process.ErrorDataReceived += (_, line) => host.Read(line.Data, isOutput: false);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    private void Read(string? line, bool isOutput)
    {
        if (line is null)
        {
            if (isOutput)
                _url.TrySetResult(null);
            return;
        }
        lock (_log)
            _log.AppendLine(line);
        int start = line.IndexOf(Listening, StringComparison.Ordinal);
        if (start >= 0)
            _url.TrySetResult(new Uri(line[(start + Listening.Length)..].Trim()));
    }
}
