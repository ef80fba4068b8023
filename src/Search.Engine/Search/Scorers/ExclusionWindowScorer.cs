namespace Search.Engine.Search.Scorers;

/// <summary>Documents of one scorer that another does not have.</summary>
internal sealed class ExclusionWindowScorer : CompositeWindowScorer
{
    private readonly WindowScorer _required;
    private readonly WindowScorer _excluded;
    private readonly ScoreWindow _scratch;

    public ExclusionWindowScorer(WindowScorer required, WindowScorer excluded, WindowArena arena)
        : base(arena)
    {
        _required = required;
        _excluded = excluded;
        _scratch = RentWindow();
    }

    public override long Cost => _required.Cost;

    public override int Seek(int target) => _required.Seek(target);

    public override void Score(int from, int to, ScoreWindow window)
    {
        _required.Score(from, to, window);
        if (window.IsEmpty)
            return;
        _scratch.CopyMatches(window);
        _excluded.Restrict(from, to, _scratch);
        window.Subtract(_scratch);
        _scratch.Clear();
    }

    public override float MaxScore(int from, int upTo) => _required.MaxScore(from, upTo);
}
