using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that a term and several others have, found in lists: a block of the term is narrowed down by one after the other.</summary>
/// <remarks>
/// What is in the list has passed all: <see cref="Seek"/> finds real matches, so a search pays for windows that hold some. With a
/// minimum, blocks whose bounds together stay below it are not decoded, and candidates leave the list as soon as the others cannot lift them.
/// </remarks>
internal sealed class ListConjunctionWindowScorer : CompositeWindowScorer
{
    private const int BlockSize = 128;

    private readonly TermWindowScorer _lead;
    private readonly ICandidateFilter[] _others;

    // Bounds of what follows: by index the sum over _others from there on.
    private readonly double[] _rest;
    private readonly int[] _docs = new int[BlockSize];
    private readonly double[] _sums = new double[BlockSize];
    private int _count;
    private int _next;
    private int _from;
    private float _minScore;

    /// <param name="others">In the order in which they narrow down.</param>
    public ListConjunctionWindowScorer(TermWindowScorer lead, ICandidateFilter[] others, WindowArena arena)
        : base(arena)
    {
        _lead = lead;
        _others = others;
        _rest = new double[others.Length + 1];
        Cost = lead.Cost;
        foreach (ICandidateFilter other in others)
            Cost = Math.Min(Cost, other.Cost);
    }

    public override long Cost { get; }

    public override int Seek(int target)
    {
        while (true)
        {
            for (; _next < _count; _next++)
            {
                if (_docs[_next] >= target)
                    return _docs[_next];
            }
            _from = Math.Max(_from, target);
            if (!TryList(DocIdCursor.NoMoreDocs))
                return DocIdCursor.NoMoreDocs;
        }
    }

    public override void Score(int from, int to, ScoreWindow window)
    {
        while (true)
        {
            for (; _next < _count && _docs[_next] < to; _next++)
            {
                if (_docs[_next] >= from)
                    window.Add(_docs[_next], _sums[_next]);
            }
            if (_next < _count)
                return;
            _from = Math.Max(_from, from);
            if (!TryList(to))
                return;
        }
    }

    public override void SetMinCompetitiveScore(float minScore)
    {
        _minScore = minScore;
        _lead.SetMinCompetitiveScore(0f);
    }

    public override float MaxScore(int from, int upTo)
    {
        double sum = _lead.MaxScore(from, upTo);
        foreach (ICandidateFilter other in _others)
            sum += other.MaxScore(from, upTo);
        return ScoreBounds.OfSum(sum, 1 + _others.Length);
    }

    // Lists the matches of the lead's next block in [_from, to), possibly none; false when it has no block there.
    private bool TryList(int to)
    {
        _next = _count = 0;
        int end = _minScore > 0 ? SkipNonCompetitive(to) : to;
        int count = _lead.List(ref _from, end, _docs, _sums);
        if (count < 0)
        {
            _from = end;
            return end < to;
        }
        for (var i = 0; i < _others.Length && count > 0; i++)
        {
            count = _others[i].Retain(_docs.AsSpan(0, count), _sums);
            if (_minScore > 0)
                count = RetainAtLeast(ScoreBounds.Cut(_minScore, _rest[i + 1]), count);
        }
        _count = count;
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
            _from = last + 1;
        }
        return to;
    }

    private int RetainAtLeast(double cut, int count)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            _docs[kept] = _docs[i];
            _sums[kept] = _sums[i];
            kept += _sums[i] >= cut ? 1 : 0;
        }
        return kept;
    }
}
