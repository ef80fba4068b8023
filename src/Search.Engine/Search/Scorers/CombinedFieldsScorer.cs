using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents with any of several terms in any of several fields, scored as one term of one field.</summary>
/// <param name="terms">Each term in each field, with the field's weight.</param>
/// <param name="similarity">Null when no scores are needed.</param>
internal sealed class CombinedFieldsScorer((PostingsEnum Postings, float Boost)[] terms, CombinedNorms? norms, SimScorer? similarity)
    : AnyTermScorer(terms)
{
    public override float Score() => similarity is null ? 0f : similarity.Score(Freq(), norms!.Of(DocId));

    /// <summary>Occurrences in the current document, weighted; each product and the sum are rounded to float once.</summary>
    public float Freq()
    {
        var freq = 0.0;
        foreach ((PostingsEnum postings, float weight) in Terms)
        {
            if (postings.DocId == DocId)
                freq += weight * postings.Freq;
        }
        return (float)freq;
    }
}
