using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents with any of several terms, scored as one term that occurs as often as all together.</summary>
/// <param name="similarity">Null when no scores are needed.</param>
internal sealed class SynonymScorer((PostingsEnum Postings, float Boost)[] terms, SegmentNorms? norms, SimScorer? similarity)
    : AnyTermScorer(terms)
{
    public override float Score() => similarity is null ? 0f : similarity.Score(Freq(), norms!.Of(DocId));

    /// <summary>Occurrences in the current document, each term's weighted by its boost.</summary>
    public float Freq()
    {
        var freq = 0f;
        foreach ((PostingsEnum postings, float boost) in Terms)
        {
            if (postings.DocId == DocId)
                freq += boost * postings.Freq;
        }
        return freq;
    }
}
