namespace Search.Engine.Search.Scorers;

/// <summary>A window scorer made of others, which works in windows of its own.</summary>
internal abstract class CompositeWindowScorer(WindowArena arena) : WindowScorer
{
    private ScoreWindow? _own;

    public override bool Accumulates => false;

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        if (window.IsEmpty)
            return;
        ScoreWindow own = OwnWindow(window);
        Score(Math.Max(from, window.First()), Math.Min(to, window.Last() + 1), own);
        window.AddCommon(own, found);
        own.Clear();
    }

    /// <summary>What the search shares.</summary>
    protected WindowArena Arena => arena;

    /// <summary>An empty window over the range of another; empty it after use.</summary>
    protected ScoreWindow OwnWindow(ScoreWindow window)
    {
        _own ??= arena.Rent();
        _own.MoveTo(window.Base);
        return _own;
    }

    /// <summary>An empty window, kept for the scorer's life.</summary>
    protected ScoreWindow RentWindow() => arena.Rent();
}
