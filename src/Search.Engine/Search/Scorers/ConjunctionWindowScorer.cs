using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that all of several scorers have; the score is the sum of the scoring ones.</summary>
/// <remarks>The rarest fills the window, the others restrict it from rare to frequent and leap over blocks without candidates.</remarks>
internal sealed class ConjunctionWindowScorer : CompositeWindowScorer
{
    private readonly WindowScorer[] _clauses;

    public ConjunctionWindowScorer(IEnumerable<WindowScorer> clauses, WindowArena arena)
        : base(arena) => _clauses = [.. clauses.OrderBy(clause => clause.Cost)];

    public override long Cost => _clauses[0].Cost;

    // Leaps until all clauses may match at one document, so that stretches without a match cost no window.
    public override int Seek(int target)
    {
        int candidate = _clauses[0].Seek(target);
        var agreed = 1;
        while (candidate != DocIdCursor.NoMoreDocs && agreed < _clauses.Length)
        {
            int next = _clauses[agreed].Seek(candidate);
            if (next == candidate)
            {
                agreed++;
                continue;
            }
            candidate = next == DocIdCursor.NoMoreDocs ? next : _clauses[0].Seek(next);
            agreed = 1;
        }
        return candidate;
    }

    public override void Score(int from, int to, ScoreWindow window)
    {
        _clauses[0].Score(from, to, window);
        if (!_clauses[0].Accumulates)
            window.RoundScores();
        for (var i = 1; i < _clauses.Length && !window.IsEmpty; i++)
            _clauses[i].Restrict(from, to, window);
    }

    public override float MaxScore(int from, int upTo)
    {
        var sum = 0.0;
        foreach (WindowScorer clause in _clauses)
            sum += clause.MaxScore(from, upTo);
        return ScoreBounds.OfSum(sum, _clauses.Length);
    }
}
