namespace Search.Engine.Search.Scorers;

/// <summary>Documents that any of several scorers has; the score is the sum.</summary>
internal sealed class DisjunctionWindowScorer : CompositeWindowScorer
{
    private readonly WindowScorer[] _clauses;
    private readonly ClauseCandidates _candidates;
    private readonly ScoreWindow _scratch;

    public DisjunctionWindowScorer(WindowScorer[] clauses, WindowArena arena)
        : base(arena)
    {
        _clauses = clauses;
        _candidates = new ClauseCandidates(clauses);
        _scratch = RentWindow();
        foreach (WindowScorer clause in clauses)
            Cost += clause.Cost;
    }

    public override long Cost { get; }

    public override int Seek(int target) => _candidates.Seek(target);

    public override void Score(int from, int to, ScoreWindow window)
    {
        for (var i = 0; i < _clauses.Length; i++)
        {
            int start = _candidates.Next(i, from);
            if (start >= to)
                continue;
            if (_clauses[i].Accumulates)
            {
                _clauses[i].Score(start, to, window);
                continue;
            }
            _scratch.MoveTo(window.Base);
            _clauses[i].Score(start, to, _scratch);
            window.AddAll(_scratch);
            _scratch.Clear();
        }
    }

    public override float MaxScore(int from, int upTo)
    {
        var sum = 0.0;
        foreach (WindowScorer clause in _clauses)
            sum += clause.MaxScore(from, upTo);
        return ScoreBounds.OfSum(sum, _clauses.Length);
    }
}
