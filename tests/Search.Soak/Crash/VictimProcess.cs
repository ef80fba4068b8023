using System.Diagnostics;
using System.Text;

namespace Search.Soak.Crash;

/// <summary>A <see cref="CrashWriter"/> in a process of its own, until it is killed.</summary>
internal sealed class VictimProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly SemaphoreSlim _steps = new(0);
    private readonly StringBuilder _errors = new();
    private int _commits;
    private int[]? _acknowledged;

    private VictimProcess(Process process) => _process = process;

    /// <summary>Commits that it acknowledged so far.</summary>
    public int Commits => _commits;

    /// <summary>The last acknowledgement; null when there was none.</summary>
    public int[]? Acknowledged => _acknowledged;

    /// <summary>Starts it.</summary>
    /// <param name="made">How many changes of each lane the index holds.</param>
    public static VictimProcess Start(string folder, int seed, int keys, int[] made)
    {
        ProcessStartInfo start = SelfProcess.StartInfo(
            CrashCommand.VictimVerb, folder, "--seed", $"{seed}", "--keys", $"{keys}", "--made", string.Join(',', made));
        start.RedirectStandardInput = true; // its end tells the victim that nobody is left to kill it
        // A victim lives for a moment: quick to compile is quick to write.
        start.Environment["DOTNET_TieredPGO"] = "0";
        var victim = new VictimProcess(new Process { StartInfo = start });
        victim._process.OutputDataReceived += (_, line) => victim.Receive(line.Data);
        victim._process.ErrorDataReceived += (_, line) => victim._errors.AppendLine(line.Data);
        victim._process.Start();
        victim._process.BeginOutputReadLine();
        victim._process.BeginErrorReadLine();
        return victim;
    }

    /// <summary>Waits until its writer is open and has acknowledged that many commits.</summary>
    public void WaitForCommits(int commits)
    {
        for (var step = 0; step <= commits; step++)
        {
            if (!_steps.Wait(Patience))
                throw new SoakFailureException($"the writer did not get on for {Patience}: {_errors}");
        }
    }

    /// <summary>Kills it with a signal that it cannot catch, and takes in what it had said until then.</summary>
    /// <exception cref="SoakFailureException">It had ended by itself.</exception>
    public void Kill()
    {
        bool ended = _process.HasExited;
        _process.Kill();
        _process.WaitForExit(); // also for the end of its output
        if (ended || _errors.ToString().Trim().Length > 0)
            throw new SoakFailureException($"the writing process failed by itself: {_errors}");
    }

    public void Dispose()
    {
        _process.Dispose();
        _steps.Dispose();
    }

    private void Receive(string? line)
    {
        if (line is not null && CrashWriter.ParseAcknowledgement(line) is { } made)
        {
            _acknowledged = made;
            _commits++;
        }
        if (line is null)
            _steps.Release(int.MaxValue / 2); // its output ended: whoever waits shall see it
        else
            _steps.Release();
    }
}
