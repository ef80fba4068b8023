namespace Search.Soak.Model;

/// <summary>Lists of steps.</summary>
public static class ScriptSteps
{
    /// <summary>A short life in which everything happens.</summary>
    public static IReadOnlyList<ScriptStep> Short { get; } =
    [
        .. Changes(2), ScriptStep.Flush, ScriptStep.Change, ScriptStep.Commit, ScriptStep.Refresh,
        .. Changes(3), ScriptStep.RefreshFromWriter, ScriptStep.Change, ScriptStep.CommitInTwoPhases, ScriptStep.Refresh,
        .. Changes(2), ScriptStep.PrepareAndRollback, ScriptStep.Import, ScriptStep.Change, ScriptStep.Reopen,
        .. Changes(2), ScriptStep.RefreshFromWriter, ScriptStep.Rollback, .. Changes(2), ScriptStep.ForceMerge, ScriptStep.Change,
    ];

    /// <summary>A life of that many steps by chance.</summary>
    public static IReadOnlyList<ScriptStep> Random(int seed, int steps) =>
        [.. Enumerable.Range(0, steps).Select(step => ByChance(new Scrambler(seed, -1, step).Next(40)))];

    private static IEnumerable<ScriptStep> Changes(int count) => Enumerable.Repeat(ScriptStep.Change, count);

    private static ScriptStep ByChance(int number) => number switch
    {
        0 or 1 => ScriptStep.Flush,
        2 or 3 => ScriptStep.Commit,
        4 => ScriptStep.CommitInTwoPhases,
        5 => ScriptStep.PrepareAndRollback,
        6 => ScriptStep.Rollback,
        7 => ScriptStep.Reopen,
        8 or 9 => ScriptStep.Refresh,
        10 or 11 => ScriptStep.RefreshFromWriter,
        12 => ScriptStep.ForceMerge,
        13 => ScriptStep.Import,
        _ => ScriptStep.Change,
    };
}
