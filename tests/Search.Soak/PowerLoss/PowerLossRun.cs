using Search.Engine.Indexing.Merging;
using Search.Engine.Store;
using Search.Soak.Model;

namespace Search.Soak.PowerLoss;

/// <summary>
/// Runs a script on a <see cref="PowerLossDirectory"/> and, after every single change of the disk, asks what a machine would
/// find that lost its power there: the last acknowledged commit, or the one that was being made, whole and sound.
/// </summary>
public sealed class PowerLossRun : IDisposable
{
    private readonly int _seed;
    private readonly int _fortunes;
    private readonly PowerLossDirectory _directory;
    private readonly ModelScript _script;
    private int _operations;
    private int _losses;
    private (int DurableChanges, object? Acknowledged, object? InProgress) _strictlyChecked = (-1, null, null);
    private SoakFailureException? _failure;

    private PowerLossRun(int seed, int steps, int fortunes)
    {
        _seed = seed;
        _fortunes = fortunes;
        _directory = new PowerLossDirectory(AfterOperation);
        _script = new ModelScript(_directory, seed, ScriptSteps.Random(seed, steps), MergeScheduler.Serial);
    }

    /// <summary>Runs one script.</summary>
    /// <param name="steps">Steps of the script.</param>
    /// <param name="fortunes">After each change, so many random outcomes of what was not synced, besides the strict one.</param>
    /// <exception cref="SoakFailureException">A loss at some change left something else.</exception>
    public static PowerLossReport Run(int seed, int steps, int fortunes)
    {
        using var run = new PowerLossRun(seed, steps, fortunes);
        try
        {
            run._script.Run();
        }
        catch (Exception) when (run._failure is not null)
        {
            // It came through the writer, which may have wrapped it.
        }
        if (run._failure is { } failure)
            throw failure;
        return new PowerLossReport(run._operations, run._losses, run._script.Commits);
    }

    /// <summary>Closes the script's writer, unless a failure left it in the middle of something.</summary>
    public void Dispose()
    {
        if (_failure is null)
            _script.Dispose();
        _directory.Dispose();
    }

    private void AfterOperation(string what)
    {
        if (_failure is not null)
            throw _failure;
        _operations++;
        (int, object?, object?) state = (_directory.DurableChanges, _script.Acknowledged, _script.InProgress);
        for (int fortune = state == _strictlyChecked ? 1 : 0; fortune <= _fortunes; fortune++)
        {
            Random? luck = fortune == 0 ? null : new Random(_seed * 1_000_003 + _operations * 31 + fortune);
            try
            {
                _losses++;
                using MemoryDirectory survivors = _directory.AfterPowerLoss(luck);
                RecoveredIndex.Check(survivors, _script.Acknowledged, _script.InProgress);
            }
            catch (Exception fault)
            {
                _failure = new SoakFailureException(
                    $"seed {_seed}: {_script.Doing}: power lost after change {_operations} ({what}), fortune {fortune}: {fault.Message}", fault);
                throw _failure;
            }
        }
        _strictlyChecked = state;
    }
}
