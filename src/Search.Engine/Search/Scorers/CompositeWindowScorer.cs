namespace Search.Engine.Search.Scorers;

/// <summary>A window scorer made of others, which works in windows of its own.</summary>
internal abstract class CompositeWindowScorer(WindowArena arena) : WindowScorer
{
    private ScoreWindow? _own;

    public override bool Accumulates => false;

    public override void Restrict(int from, int to, ScoreWindow window)
    {
        if (window.IsEmpty)
            return;
        _own ??= arena.Rent();
        _own.MoveTo(window.Base);
        Score(Math.Max(from, window.First()), Math.Min(to, window.Last() + 1), _own);
        window.Intersect(_own);
        _own.Clear();
    }

    /// <summary>An empty window, kept for the scorer's life.</summary>
    protected ScoreWindow RentWindow() => arena.Rent();
}
