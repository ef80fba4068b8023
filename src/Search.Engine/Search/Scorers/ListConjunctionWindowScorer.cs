using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that a term and several others have, found in lists: a block of the term is narrowed down by one after the other.</summary>
/// <remarks>
/// What is in the list has passed all: <see cref="Seek"/> finds real matches, so a search pays for windows that hold some. With a
/// minimum, blocks whose bounds together stay below it are not decoded, and candidates leave the list as soon as the others cannot lift them.
/// </remarks>
internal sealed class ListConjunctionWindowScorer : CompositeWindowScorer
{
    private readonly TermWindowScorer _lead;
    private readonly BitSetWindowScorer? _set;
    private readonly WindowScorer[] _others;

    // By index the sum of the bounds of _others from there on.
    private readonly double[] _rest;

    // Matches that were found by looking ahead, and where the lead goes on.
    private readonly Candidates _ahead;
    private readonly ScoreWindow _window;
    private int _next;
    private int _from;
    private float _minScore;

    /// <param name="set">Looked at before the lead's documents are scored; null: none.</param>
    /// <param name="others">In the order in which they narrow down.</param>
    public ListConjunctionWindowScorer(TermWindowScorer lead, BitSetWindowScorer? set, WindowScorer[] others, WindowArena arena)
        : base(arena)
    {
        _lead = lead;
        _lead.Within = set?.Bits;
        _set = set;
        _others = others;
        _rest = new double[others.Length + 1];
        _ahead = arena.RentList();
        _window = RentWindow();
        Cost = others.Aggregate(lead.Cost, (cost, other) => Math.Min(cost, other.Cost));
    }

    public override long Cost { get; }

    /// <summary>What it is made of, for another conjunction in its place.</summary>
    public IEnumerable<WindowScorer> Clauses => _set is null ? [_lead, .. _others] : [_lead, _set, .. _others];

    public override bool ListsDirectly => true;

    public override int Seek(int target) => SeekWithin(target, DocIdCursor.NoMoreDocs);

    public override void Score(int from, int to, ScoreWindow window)
    {
        for (int docId = SeekWithin(from, to); docId < to; docId = ++_next < _ahead.Count ? _ahead.Docs[_next] : SeekWithin(docId + 1, to))
            window.Add(docId, _ahead.Sums[_next]);
    }

    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        for (SeekWithin(from, to); _next < _ahead.Count && _ahead.Docs[_next] < to; _next++)
            list.Add(_ahead.Docs[_next], _ahead.Sums[_next]);
        return _next < _ahead.Count ? to : Math.Min(_from, to);
    }

    public override long Count(int maxDoc, FixedBitSet? live)
    {
        WindowScorer[] clauses = [_lead, .. _others];
        return _set is null && FlagCounting.Suits(clauses) ? new FlagCounting(Arena).CountAll(clauses, maxDoc, live) : -1;
    }

    public override void SetMinCompetitiveScore(float minScore)
    {
        _minScore = minScore;
        _lead.SetMinCompetitiveScore(0f);
    }

    public override float MaxScore(int from, int upTo)
    {
        double sum = _lead.MaxScore(from, upTo);
        foreach (WindowScorer other in _others)
            sum += other.MaxScore(from, upTo);
        return ScoreBounds.OfSum(sum, 1 + _others.Length);
    }

    // The first match that is at least target; no match in front of the end is passed over, and none behind it is looked for.
    private int SeekWithin(int target, int end)
    {
        while (true)
        {
            for (; _next < _ahead.Count; _next++)
            {
                if (_ahead.Docs[_next] >= target)
                    return _ahead.Docs[_next];
            }
            _from = Math.Max(_from, target);
            if (!TryLookAhead(end))
                return DocIdCursor.NoMoreDocs;
        }
    }

    // Finds the matches in the lead's next block in [_from, to), possibly none; false when it has no block there.
    private bool TryLookAhead(int to)
    {
        _next = 0;
        _ahead.Clear();
        _from = _set?.Seek(_from) ?? _from;
        if (_from >= to)
            return false;
        int end = _minScore > 0 ? SkipNonCompetitive(to) : to;
        // As long as any score will do, only documents that the next clause has are scored.
        bool scoreLater = !(_minScore > 0) && _lead.HasScores && _set is null && _others.Length > 0;
        _from = scoreLater ? _lead.ListBlock(_from, end, _ahead) : _lead.List(_from, end, _window, _ahead);
        for (var i = 0; i < _others.Length && _ahead.Count > 0; i++)
        {
            _others[i].Retain(_ahead, _window);
            if (i == 0 && scoreLater)
                _lead.Retain(_ahead, _window);
            if (_minScore > 0)
                _ahead.DropBelow(ScoreBounds.Cut(_minScore, _rest[i + 1]));
        }
        return true;
    }

    // Moves to the next block of the lead that may hold a competitive document and shares the minimum out up to the returned end.
    private int SkipNonCompetitive(int to)
    {
        while (_from < to)
        {
            float bound = _lead.MaxScoreOfBlock(_from, out int upTo);
            int last = Math.Min(upTo, to - 1);
            for (int i = _others.Length - 1; i >= 0; i--)
                _rest[i] = _rest[i + 1] + _others[i].MaxScore(_from, last);
            if (!(ScoreBounds.Cut(_minScore, bound + _rest[0]) > 0))
            {
                _lead.SetMinCompetitiveScore(ScoreBounds.Share(_minScore, _rest[0]));
                return last + 1;
            }
            _from = _set?.Seek(last + 1) ?? last + 1;
        }
        return to;
    }
}
