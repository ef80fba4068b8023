using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that any of several scorers has; the score is the sum.</summary>
/// <remarks>
/// With a minimum (MAXSCORE): essential clauses fill the window, the others are looked up, best first, for what can
/// still compete, and stretches where all bounds together stay below it are passed over.
/// </remarks>
internal sealed class DisjunctionWindowScorer : AlternativesWindowScorer
{
    private readonly WindowScorer[] _clauses;
    private readonly EssentialClauses _essential;
    private readonly int _maxDoc;
    private float _minScore;

    public DisjunctionWindowScorer(WindowScorer[] clauses, int maxDoc, WindowArena arena)
        : base(clauses, arena)
    {
        _clauses = clauses;
        _maxDoc = maxDoc;
        _essential = new EssentialClauses(clauses, Candidates);
    }

    public override void SetMinCompetitiveScore(float minScore) => _minScore = minScore;

    public override int Seek(int target)
    {
        if (!(_minScore > 0))
            return base.Seek(target);
        while (target < _maxDoc)
        {
            int end = ScoreWindow.EndFor(target);
            _essential.Divide(target, end, _minScore);
            int first = DocIdCursor.NoMoreDocs;
            for (int rank = _essential.First; rank < _clauses.Length; rank++)
                first = Math.Min(first, Candidates.Next(_essential[rank], target));
            if (first < end)
                return first;
            target = end;
        }
        return DocIdCursor.NoMoreDocs;
    }

    public override void Score(int from, int to, ScoreWindow window)
    {
        if (_minScore > 0)
            ScoreCompetitive(from, to, window);
        else
            AddClauses(from, to, window);
    }

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

    private void ScoreCompetitive(int from, int to, ScoreWindow window)
    {
        _essential.Divide(from, to, _minScore);
        int rank = _essential.First;
        if (rank == _clauses.Length)
            return;
        if (rank == _clauses.Length - 1)
            AddOnlyEssential(_essential[rank], from, to, window);
        else
            AddEssential(from, to, window);
        Span<ulong> ignored = stackalloc ulong[ScoreWindow.WordCount];
        for (; rank > 0 && !window.IsEmpty; rank--)
        {
            _clauses[_essential[rank - 1]].Find(from, to, window, ignored);
            window.DropBelow(ScoreBounds.Cut(_minScore, _essential.BoundBelow(rank - 1)));
        }
    }

    // What one clause alone brings in can be judged score by score.
    private void AddOnlyEssential(int i, int from, int to, ScoreWindow window)
    {
        int start = Candidates.Next(i, from);
        if (start >= to)
            return;
        WindowScorer clause = _clauses[i];
        clause.SetMinCompetitiveScore(ScoreBounds.Share(_minScore, _essential.BoundBelow(_essential.First)));
        AddClause(clause, start, to, window);
        clause.SetMinCompetitiveScore(0f);
    }

    private void AddEssential(int from, int to, ScoreWindow window)
    {
        double cut = ScoreBounds.Cut(_minScore, _essential.BoundBelow(_essential.First));
        var marked = false;
        for (int rank = _essential.First; rank < _clauses.Length; rank++)
        {
            int i = _essential[rank];
            int start = Candidates.Next(i, from);
            if (start >= to)
                continue;
            if (_clauses[i] is TermWindowScorer { HasScores: true } term)
            {
                term.AddUnmarked(start, to, window);
                continue;
            }
            AddClause(_clauses[i], start, to, window);
            marked = true;
        }
        window.MarkAtLeast(Math.Max(cut, double.Epsilon));
        if (marked)
            window.DropBelow(cut);
    }
}
