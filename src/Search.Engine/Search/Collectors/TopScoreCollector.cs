using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Keeps the k best by score, equals by document id, whatever the order of the segments.</summary>
/// <remarks>Source: search semantics notes, section 3.1.</remarks>
internal sealed class TopScoreCollector : TopDocsCollector, ILeafCollector
{
    // A heap whose root is the worst hit; filled up with hits that any other beats.
    private readonly float[] _scores;
    private readonly int[] _docs;
    private readonly int _threshold;
    private readonly SharedMinimum? _shared;
    private readonly float _afterScore;
    private readonly int _afterDoc;
    private long _count;
    private long _foreseen;
    private float _expected;
    private int _docBase;
    private int _leafEnd;

    /// <param name="shared">What the collectors of one search on several threads tell each other; null: this is the only one.</param>
    public TopScoreCollector(int k, int threshold, ScoreDoc? after, SharedMinimum? shared = null)
    {
        _shared = shared;
        _scores = new float[k];
        _docs = new int[k];
        _scores.AsSpan().Fill(float.NegativeInfinity);
        _docs.AsSpan().Fill(int.MaxValue);
        _threshold = threshold;
        _afterScore = after?.Score ?? float.PositiveInfinity;
        _afterDoc = after?.Doc ?? -1;
    }

    public override bool NeedsScores => true;

    public float MinCompetitiveScore => MaySkip ? Math.Max(OwnMinimum, KnownMinimum) : 0f;

    private float KnownMinimum => Math.Max(_shared?.Score ?? 0f, _expected);

    // A later document of the worst hit's segment or of a later one cannot enter with an equal score: the next larger float is asked for.
    private float OwnMinimum => _docs[0] < _leafEnd ? MathF.BitIncrement(_scores[0]) : _scores[0];

    /// <summary>Number of hits.</summary>
    public int Size => _docs.Length;

    /// <summary>Whether there were as many hits with the expected score as were asked for, if that was of importance; if not, hits may be missing.</summary>
    public bool IsAsExpected => !MaySkip || _scores[0] >= _expected;

    /// <summary>Looks only for hits that reach a score from now on; whether there are enough of them says <see cref="IsAsExpected"/> in the end.</summary>
    public void Expect(float score) => _expected = Math.Max(_expected, score);

    /// <summary>Counts on so many hits, or more, in the segment that is searched next, whether they are found or not.</summary>
    public void Foresee(long hits) => _foreseen += hits;

    // There are enough for the count, and enough hits are known.
    private bool MaySkip => Math.Max(_shared?.Count ?? _count, _foreseen) > _threshold && (IsFull || KnownMinimum > 0);

    private bool IsFull => !float.IsNegativeInfinity(_scores[0]);

    public override ILeafCollector StartLeaf(Leaf leaf)
    {
        _docBase = leaf.DocBase;
        _leafEnd = leaf.DocBase + leaf.Reader.MaxDoc;
        return this;
    }

    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        _count += docs.Length;
        float worst = _scores[0];
        for (var i = 0; i < docs.Length; i++)
        {
            float score = scores[i];
            if (score < _scores[0])
                continue;
            int doc = _docBase + docs[i];
            if ((score == _scores[0] && doc > _docs[0]) || score > _afterScore || (score == _afterScore && doc <= _afterDoc))
                continue;
            ReplaceWorst(score, doc);
        }
        _shared?.Add(docs.Length);
        if (_scores[0] > worst)
            _shared?.Raise(_scores[0]);
    }

    public override TopDocs Result() => ResultOf([this]);

    /// <summary>The best of what the collectors of one search have kept.</summary>
    public static TopDocs ResultOf(TopScoreCollector[] parts)
    {
        var hits = new List<ScoreDoc>(parts.Length * parts[0]._docs.Length);
        foreach (TopScoreCollector part in parts)
            part.AddHits(hits);
        hits.Sort((left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Doc.CompareTo(right.Doc));
        if (hits.Count > parts[0]._docs.Length)
            hits.RemoveRange(parts[0]._docs.Length, hits.Count - parts[0]._docs.Length);
        return new TopDocs(new TotalHits(parts.Sum(part => Math.Max(part._count, part._foreseen)), !Array.Exists(parts, part => part.MaySkip)), hits);
    }

    private void AddHits(List<ScoreDoc> hits)
    {
        for (var slot = 0; slot < _docs.Length; slot++)
        {
            if (!float.IsNegativeInfinity(_scores[slot]))
                hits.Add(new ScoreDoc(_docs[slot], _scores[slot]));
        }
    }

    private bool IsWorse(int left, int right) =>
        _scores[left] < _scores[right] || (_scores[left] == _scores[right] && _docs[left] > _docs[right]);

    private void ReplaceWorst(float score, int doc)
    {
        _scores[0] = score;
        _docs[0] = doc;
        var slot = 0;
        while (true)
        {
            int child = 2 * slot + 1;
            if (child >= _docs.Length)
                return;
            if (child + 1 < _docs.Length && IsWorse(child + 1, child))
                child++;
            if (!IsWorse(child, slot))
                return;
            (_scores[slot], _scores[child]) = (_scores[child], _scores[slot]);
            (_docs[slot], _docs[child]) = (_docs[child], _docs[slot]);
            slot = child;
        }
    }
}
