using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that all of several scorers have; the score is the sum of the scoring ones.</summary>
/// <remarks>
/// The rarest fills the window, the others restrict it from rare to frequent and leap over blocks without candidates. With a minimum the
/// rarest lists what reaches its share, and candidates leave the list as soon as the others cannot lift them.
/// </remarks>
internal sealed class ConjunctionWindowScorer : CompositeWindowScorer
{
    private readonly WindowScorer[] _clauses;

    // By index the sum of the bounds of the clauses from there on.
    private readonly double[] _rest;
    private readonly Candidates _own;
    private readonly DisjunctionWindowScorer? _alternatives;
    private float _minScore;

    /// <param name="clauses">From rare to frequent.</param>
    /// <param name="alternatives">
    /// All scoring clauses and parts of clauses as one disjunction with cursors of its own, which gives at least the same scores. Where its
    /// essential clauses are rarer than the rarest clause it lists the few documents that it lets compete. Null: the clauses have no parts.
    /// </param>
    public ConjunctionWindowScorer(WindowScorer[] clauses, DisjunctionWindowScorer? alternatives, WindowArena arena)
        : base(arena)
    {
        _alternatives = alternatives;
        _clauses = clauses;
        _own = arena.RentList();
        _rest = new double[clauses.Length + 1];
    }

    public override long Cost => _clauses[0].Cost;

    // Leaps until all clauses may match at one document, so that stretches without a match cost no window.
    public override int Seek(int target)
    {
        // With a minimum it is for List to find out where a candidate may be, as far as the rarest clause does not tell at once.
        if (_minScore > 0 && _alternatives is not null)
            return _clauses[0].NarrowsLists ? _clauses[0].Seek(target) : _alternatives.Seek(target);
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

    public override int StretchEnd(int from) => _clauses[0].StretchEnd(from);

    public override void Score(int from, int to, ScoreWindow window)
    {
        var filler = 0;
        if (_clauses[0] is BitSetWindowScorer set && !_clauses[1].NarrowsLists)
        {
            // What cannot look documents up would fill a window of its own: it fills this one, and the set restricts that as well.
            filler = 1;
            to = set.EndOf(from, to);
        }
        _clauses[filler].Score(from, to, window);
        // A sum that stays alone is rounded by who reads it.
        if (!_clauses[filler].Accumulates && _clauses.Length > filler + 1)
            window.RoundScores();
        for (var i = 0; i < _clauses.Length && !window.IsEmpty; i++)
        {
            if (i != filler)
                _clauses[i].Restrict(from, to, window);
        }
    }

    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        if (!(_minScore > 0))
            return base.List(from, to, window, list);
        int end = Math.Min(_clauses[0].StretchEnd(from), to);
        // Where a term or a set leads, a bound costs less than to divide the alternatives.
        bool boundsFirst = _alternatives is null || _clauses[0].NarrowsLists;
        if (boundsFirst && CannotCompete(from, end))
            return end;
        if (_alternatives is not null && _alternatives.EssentialCost(from, end) < Cost)
        {
            int proposed = _alternatives.List(from, to, window, list);
            list.Sums.Clear();
            if (list.Count > 0)
            {
                SumBounds(list.Docs[0], list.Docs[^1]);
                Narrow(list, window, firstClause: 0);
            }
            return proposed;
        }
        if (!boundsFirst && CannotCompete(from, end))
            return end;
        _clauses[0].SetMinCompetitiveScore(ScoreBounds.Share(_minScore, _rest[1]));
        int listed = _clauses[0].List(from, end, window, list);
        _clauses[0].SetMinCompetitiveScore(0f);
        if (!_clauses[0].Accumulates)
            list.Round();
        Narrow(list, window, firstClause: 1);
        return listed;
    }

    public override long Count(int maxDoc, FixedBitSet? live) =>
        FlagCounting.Suits(_clauses) ? new FlagCounting(Arena).CountAll(_clauses, maxDoc, live) : -1;

    public override void SetMinCompetitiveScore(float minScore)
    {
        _minScore = minScore;
        _alternatives?.SetMinCompetitiveScore(ScoreBounds.Unrounded(minScore));
    }

    public override float MaxScore(int from, int upTo)
    {
        var sum = 0.0;
        foreach (WindowScorer clause in _clauses)
            sum += clause.MaxScore(from, upTo);
        return ScoreBounds.OfSum(sum, _clauses.Length);
    }

    private bool CannotCompete(int from, int to)
    {
        SumBounds(from, to - 1);
        return ScoreBounds.Cut(_minScore, _rest[0]) > 0;
    }

    // The most that the clauses give to a document of [from, upTo].
    private void SumBounds(int from, int upTo)
    {
        for (int i = _clauses.Length - 1; i >= 0; i--)
            _rest[i] = _rest[i + 1] + _clauses[i].MaxScore(from, upTo);
    }

    private void Narrow(Candidates list, ScoreWindow window, int firstClause)
    {
        for (int i = firstClause; i < _clauses.Length && list.Count > 0; i++)
        {
            double cut = ScoreBounds.Cut(_minScore, _rest[i + 1]);
            if (_clauses[i].NarrowsLists)
            {
                _clauses[i].Retain(list, window);
            }
            else
            {
                _clauses[i].LookupBeside(list, _own, window, cut);
                list.Join(_own);
            }
            list.DropBelow(cut);
        }
    }
}
