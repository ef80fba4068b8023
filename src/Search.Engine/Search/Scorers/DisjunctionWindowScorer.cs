using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that any of several scorers has; the score is the sum.</summary>
/// <remarks>
/// With a minimum (MAXSCORE): essential clauses fill the window, or are merged where they are rare, or listed where there is one;
/// the others are looked up, best first, for what can still compete, and stretches where all bounds together stay below it are
/// passed over.
/// </remarks>
internal sealed class DisjunctionWindowScorer : AlternativesWindowScorer
{
    // Documents a window.
    private const int WorthMarking = 800;

    // Most documents that rare clauses go through with one bound: more would save little and loosen the bounds of frequent clauses.
    private const int WidestStretch = 16 * ScoreWindow.Size;

    // The same for a single clause, which looking up the others follows sooner.
    private const int WidestAlone = 8 * ScoreWindow.Size;

    // So many candidates have paid for what a step costs.
    private const int WorthAStep = 256;

    private readonly WindowScorer[] _clauses;
    private readonly EssentialClauses _essential;
    private readonly TermUnion _union;
    private readonly Candidates _own;
    private readonly int _maxDoc;
    private float _minScore;

    // Grows with what was searched, as the minimum grows more and more slowly.
    private int _stretch = ScoreWindow.Size;

    public DisjunctionWindowScorer(WindowScorer[] clauses, int maxDoc, WindowArena arena)
        : base(clauses, arena)
    {
        _own = arena.RentList();
        _clauses = clauses;
        _maxDoc = maxDoc;
        _essential = new EssentialClauses(clauses, Candidates);
        _union = new TermUnion(clauses, _essential, arena);
    }

    public override void SetMinCompetitiveScore(float minScore) => _minScore = minScore;

    // With a minimum it is for List to find out where a candidate may be.
    public override int Seek(int target) => _minScore > 0 ? target < _maxDoc ? target : DocIdCursor.NoMoreDocs : base.Seek(target);

    public override void Score(int from, int to, ScoreWindow window) => AddClauses(from, to, window);

    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        if (!(_minScore > 0) && !_union.Suits(0, _maxDoc))
            return base.List(from, to, window, list);
        while (from < to && list.Count == 0)
        {
            int end = Math.Min(ScoreWindow.EndFor(from), to);
            _essential.Divide(from, end, _minScore);
            end = Widen(from, end, to);
            from = _essential.First == _clauses.Length ? end : ListEssential(from, end, to, window, list);
            for (int rank = _essential.First; rank > 0 && list.Count > 0; rank--)
            {
                _clauses[_essential[rank - 1]].Lookup(list, window);
                list.DropBelow(ScoreBounds.Cut(_minScore, _essential.BoundBelow(rank - 1)));
            }
        }
        return from;
    }

    public override void Flag(int from, int to, FlagWindow flags, ListScratch scratch)
    {
        for (var i = 0; i < _clauses.Length; i++)
        {
            int start = Candidates.Next(i, from);
            if (start < to)
                _clauses[i].Flag(start, to, flags, scratch);
        }
    }

    public override long Count(int maxDoc, FixedBitSet? live) => new FlagCounting(Arena).CountAny(_clauses, maxDoc, live);

    // A list of its own, because its sum is rounded before it enters another.
    public override void Lookup(Candidates list, ScoreWindow window)
    {
        _own.CopyDocs(list);
        _own.Found.Clear();
        foreach (WindowScorer clause in _clauses)
            clause.Lookup(_own, window);
        for (var i = 0; i < list.Count; i++)
        {
            list.Found[i] |= _own.Found[i];
            list.Sums[i] += (float)_own.Sums[i];
        }
    }

    // The clauses that give most for their documents are asked first: who has none of them cannot get far.
    public override void LookupBeside(Candidates list, Candidates own, ScoreWindow window, double cut)
    {
        own.CopyDocs(list);
        own.Found.Clear();
        if (list.Count == 0)
            return;
        cut = ScoreBounds.Unrounded(cut);
        _essential.Divide(list.Docs[0], list.Docs[^1] + 1, 0f);
        for (int rank = _clauses.Length; rank > 0 && list.Count > 0; rank--)
        {
            _clauses[_essential[rank - 1]].Lookup(own, window);
            list.DropBelow(cut - _essential.BoundBelow(rank - 1), own);
        }
    }

    /// <summary>How many documents the clauses have of which a competitive document in <c>[from, to)</c> has at least one.</summary>
    public long EssentialCost(int from, int to)
    {
        _essential.Divide(from, to, _minScore);
        var cost = 0L;
        for (int rank = _essential.First; rank < _clauses.Length; rank++)
            cost += _clauses[_essential[rank]].Cost;
        return cost;
    }

    public override long LeastMatches => LeastWithAny;

    // A document of a clause has at least the clause's score.
    public override float LikelyMinimum(int k) => _clauses.Max(clause => clause.LikelyMinimum(k));

    public override float MaxScore(int from, int upTo)
    {
        var sum = 0.0;
        foreach (WindowScorer clause in _clauses)
            sum += clause.MaxScore(from, upTo);
        return ScoreBounds.OfSum(sum, _clauses.Length);
    }

    // What adds float by float needs no window of its own.
    protected override void AddClause(WindowScorer clause, int from, int to, ScoreWindow window)
    {
        if (clause.Accumulates)
            clause.Score(from, to, window);
        else
            base.AddClause(clause, from, to, window);
    }

    protected override void AddScratch(ScoreWindow window) => window.AddAll(Scratch);

    // Where the essential clauses are rare, a list may go through as much of them as it likes.
    private int Widen(int from, int end, int to)
    {
        int first = _essential.First;
        int only = first == _clauses.Length - 1 ? _essential[first] : -1;
        if (only < 0 && !_union.Suits(_essential.First, _maxDoc))
            return end;
        int wide = (int)Math.Min(only < 0 ? (long)from + _stretch : Math.Max((long)from + WidestAlone, _clauses[only].StretchEnd(from)), to);
        if (wide <= end)
            return end;
        _essential.Divide(from, wide, _minScore);
        if (only < 0 ? _union.Suits(_essential.First, _maxDoc) : _essential.First == first && _essential[first] == only)
            return wide;
        _essential.Divide(from, end, _minScore);
        return end;
    }

    // Lists what the essential clauses have from `from` on and reaches the minimum together with all that the others may add.
    private int ListEssential(int from, int end, int to, ScoreWindow window, Candidates list)
    {
        if (_essential.First == _clauses.Length - 1)
            return ListOnlyEssential(from, end, to, window, list);
        if (_union.Suits(_essential.First, _maxDoc))
        {
            _stretch = Math.Min(2 * _stretch, WidestStretch);
            return _union.List(from, end, _minScore, list);
        }
        double cut = ScoreBounds.Cut(_minScore, _essential.BoundBelow(_essential.First));
        window.MoveTo(from);
        bool unmarked = CanAddUnmarked();
        for (int rank = _essential.First; rank < _clauses.Length; rank++)
        {
            int i = _essential[rank];
            int start = Candidates.Next(i, from);
            if (start >= end)
                continue;
            // What cannot compete even with the most that all others may add is not worth adding.
            _clauses[i].SetMinCompetitiveScore(ScoreBounds.Share(_minScore, _essential.BoundWithout(i)));
            if (unmarked)
                ((TermWindowScorer)_clauses[i]).AddUnmarked(start, end, window);
            else
                AddClause(_clauses[i], start, end, window);
            _clauses[i].SetMinCompetitiveScore(0f);
        }
        if (unmarked)
            window.DrainAtLeast(Math.Max(cut, double.Epsilon), list);
        else
            window.DrainTo(list, cut);
        return end;
    }

    // Marking costs something for each document, finding what was not marked something for each 64 of the window.
    private bool CanAddUnmarked()
    {
        var cost = 0L;
        for (int rank = _essential.First; rank < _clauses.Length; rank++)
        {
            if (_clauses[_essential[rank]] is not TermWindowScorer { HasScores: true } term)
                return false;
            cost += term.Cost;
        }
        return cost * ScoreWindow.Size > (long)WorthMarking * _maxDoc;
    }

    // What one clause alone brings in can be judged score by score, and a whole block of it at once as long as the others stay inessential.
    private int ListOnlyEssential(int from, int end, int to, ScoreWindow window, Candidates list)
    {
        int i = _essential[_essential.First];
        int start = Candidates.Next(i, from);
        if (start >= end)
        {
            // All others together cannot compete up to the end; perhaps not even up to where the clause goes on.
            _essential.Divide(from, Math.Min(start, to), _minScore);
            return _essential.First == _clauses.Length ? Math.Min(start, to) : end;
        }
        WindowScorer clause = _clauses[i];
        clause.SetMinCompetitiveScore(ScoreBounds.Share(_minScore, _essential.BoundBelow(_essential.First)));
        int listed = clause is TermWindowScorer { ListsRuns: true } term ? ListRuns(term, start, end, list) : clause.List(start, end, window, list);
        clause.SetMinCompetitiveScore(0f);
        if (!clause.Accumulates)
            list.Round();
        return listed;
    }

    private static int ListRuns(TermWindowScorer term, int from, int end, Candidates list)
    {
        while (term.TryListRun(ref from, end, list))
        {
            if (list.Count >= WorthAStep)
                return from;
        }
        return end;
    }
}
