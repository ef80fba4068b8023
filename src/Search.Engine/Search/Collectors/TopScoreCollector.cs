using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Keeps the k best by score, equals by document id.</summary>
/// <remarks>Source: search semantics notes, section 3.1.</remarks>
internal sealed class TopScoreCollector : TopDocsCollector, ILeafCollector
{
    // A heap whose root is the worst hit; filled up with hits that any other beats.
    private readonly float[] _scores;
    private readonly int[] _docs;
    private readonly int _threshold;
    private readonly float _afterScore;
    private readonly int _afterDoc;
    private long _count;
    private int _docBase;

    public TopScoreCollector(int k, int threshold, ScoreDoc? after)
    {
        _scores = new float[k];
        _docs = new int[k];
        _scores.AsSpan().Fill(float.NegativeInfinity);
        _docs.AsSpan().Fill(int.MaxValue);
        _threshold = threshold;
        _afterScore = after?.Score ?? float.PositiveInfinity;
        _afterDoc = after?.Doc ?? -1;
    }

    public override bool NeedsScores => true;

    // A later document with an equal score has a larger id and cannot enter: the next larger float is asked for.
    public float MinCompetitiveScore => MaySkip ? MathF.BitIncrement(_scores[0]) : 0f;

    // Enough is counted and the heap is full.
    private bool MaySkip => _count > _threshold && !float.IsNegativeInfinity(_scores[0]);

    public override ILeafCollector StartLeaf(Leaf leaf)
    {
        _docBase = leaf.DocBase;
        return this;
    }

    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        _count += docs.Length;
        for (var i = 0; i < docs.Length; i++)
        {
            float score = scores[i];
            if (score <= _scores[0])
                continue;
            int doc = _docBase + docs[i];
            if (score > _afterScore || (score == _afterScore && doc <= _afterDoc))
                continue;
            ReplaceWorst(score, doc);
        }
    }

    public override TopDocs Result()
    {
        var order = new int[_docs.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (left, right) => IsWorse(left, right) ? 1 : IsWorse(right, left) ? -1 : 0);
        var hits = new List<ScoreDoc>(order.Length);
        foreach (int slot in order)
        {
            if (!float.IsNegativeInfinity(_scores[slot]))
                hits.Add(new ScoreDoc(_docs[slot], _scores[slot]));
        }
        return new TopDocs(new TotalHits(_count, !MaySkip), hits);
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
