using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Weights;

/// <summary>The explanation of a BM25 score.</summary>
internal static class TermExplanation
{
    /// <summary>Boost, idf of each term, and saturated frequency; the value is the score itself, not their product.</summary>
    public static Explanation Of(
        string heading,
        float boost,
        IReadOnlyList<(Term Term, long DocFreq)> terms,
        float freq,
        byte norm,
        FieldScoring field,
        SimScorer similarity)
    {
        var details = new List<Explanation>();
        if (boost != 1f)
            details.Add(Explanation.Match(boost, "boost"));
        foreach ((Term term, long docFreq) in terms)
            details.Add(Explanation.Match(field.Idf(docFreq), $"idf of {term}: {docFreq} of {field.Statistics.DocCount} documents"));
        int length = LengthNorm.Decode(norm);
        details.Add(Explanation.Match(
            similarity.TermFrequencyPart(freq, norm),
            $"tf of frequency {freq} in a field of length {length} (average {field.AverageLength})"));
        return Explanation.Match(similarity.Score(freq, norm), heading, details);
    }
}
