using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents with any of several terms, scored as one term that occurs as often as all together.</summary>
/// <param name="similarity">Null when no scores are needed.</param>
internal sealed class SynonymScorer((PostingsEnum Postings, float Boost)[] terms, SegmentNorms? norms, SimScorer? similarity) : Scorer
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost
    {
        get
        {
            var cost = 0L;
            foreach ((PostingsEnum postings, float _) in terms)
                cost += postings.Cost;
            return cost;
        }
    }

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        _docId = NoMoreDocs;
        foreach ((PostingsEnum postings, float _) in terms)
            _docId = Math.Min(_docId, postings.DocId < target ? postings.Advance(target) : postings.DocId);
        return _docId;
    }

    public override float Score() => similarity is null ? 0f : similarity.Score(Freq(), norms!.Of(_docId));

    /// <summary>Occurrences in the current document, each term's weighted by its boost.</summary>
    public float Freq()
    {
        var freq = 0f;
        foreach ((PostingsEnum postings, float boost) in terms)
        {
            if (postings.DocId == _docId)
                freq += boost * postings.Freq;
        }
        return freq;
    }
}
