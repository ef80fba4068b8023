using Search.Engine.Indexing.Merging;
using Search.Engine.Store;
using Search.Soak.Model;

namespace Search.Soak.Faults;

/// <summary>
/// Runs a script again and again; each time another operation of the directory fails, once or from then on, until all have.
/// Each time: the exception is the fault's, the writer says that it is closed, nothing committed is lost, no file stays
/// open, the lock is free, and the next writer goes on and leaves no file that nobody needs.
/// </summary>
public static class FaultRun
{
    /// <summary>All kinds that are made to fail.</summary>
    public static IReadOnlyList<FaultKind> Kinds { get; } = Enum.GetValues<FaultKind>();

    /// <summary>Lets every operation of one kind fail.</summary>
    /// <param name="stride">1 for every one, n for every n-th.</param>
    /// <exception cref="SoakFailureException">A fault did harm.</exception>
    public static FaultReport Run(FaultKind kind, bool forEver, int seed, IReadOnlyList<ScriptStep> steps, int stride = 1)
    {
        var report = new FaultReport(0, 0);
        for (var at = 1; ; at += stride)
        {
            var plan = new FaultPlan(kind, at, forEver);
            try
            {
                (bool fired, bool thrown) = RunOne(plan, seed, steps);
                if (!fired)
                    return report;
                report = report.Plus(new FaultReport(1, thrown ? 1 : 0));
            }
            catch (Exception fault)
            {
                throw new SoakFailureException($"seed {seed}, {plan}: {fault.Message}", fault);
            }
        }
    }

    // Whether the fault was reached, and whether somebody heard of it.
    private static (bool Fired, bool Thrown) RunOne(FaultPlan plan, int seed, IReadOnlyList<ScriptStep> steps)
    {
        using var disk = new MemoryDirectory();
        using var directory = new FaultyDirectory(disk, plan);
        using var script = new ModelScript(directory, seed, steps, seed % 2 == 1 ? MergeScheduler.Serial : MergeScheduler.Background);
        var thrown = false;
        while (!RunUntilFault(script))
        {
            thrown = true;
            script.CheckReaders();
            if (!GoesOn(script) || plan.ForEver)
                break;
        }
        directory.Mend();
        script.CheckReaders();
        script.GiveUp();
        if (directory.OpenFiles is { Count: > 0 } open)
            throw new SoakFailureException($"{script.Doing}: files stay open: {string.Join(' ', open)}");
        RecoveredIndex.Check(disk, script.Acknowledged, script.InProgress);
        return (directory.Faults > 0, thrown);
    }

    // True when the script came to its end.
    private static bool RunUntilFault(ModelScript script)
    {
        try
        {
            script.Run();
            return true;
        }
        catch (Exception fault) when (IsOfFault(fault))
        {
            return false;
        }
    }

    /// <summary>Whether an exception is the injected fault's: truncated files are found to be corrupt, all others come up as themselves.</summary>
    internal static bool IsOfFault(Exception? exception) =>
        exception is not null && (exception is InjectedFaultException or CorruptIndexException || IsOfFault(exception.InnerException));

    // A failed step ends the writer, which says so to whoever uses it; only where a reader was to be opened, or an index to be added, it may be good still.
    private static bool GoesOn(ModelScript script)
    {
        if (script.Writer is not { } writer)
            return false;
        try
        {
            writer.SetUserData(new Dictionary<string, string>());
        }
        catch (Exception end) when (end is ObjectDisposedException || IsOfFault(end))
        {
            return false;
        }
        return script.SparesWriter ? true : throw new SoakFailureException($"{script.Doing} failed, and the writer goes on as if nothing were");
    }
}
