namespace Search.Engine.Search.Similarities;

/// <summary>The statistics of one field and what BM25 derives from them once for all terms.</summary>
/// <remarks>Immutable; shareable.</remarks>
internal sealed class FieldScoring
{
    private readonly float[] _lengthFactors;

    public FieldScoring(Bm25Similarity similarity, CollectionStatistics statistics)
    {
        Statistics = statistics;
        AverageLength = Bm25Similarity.AverageLength(statistics);
        _lengthFactors = similarity.LengthFactors(AverageLength);
    }

    public CollectionStatistics Statistics { get; }

    public float AverageLength { get; }

    public float Idf(long docFreq) => Bm25Similarity.Idf(docFreq, Statistics.DocCount);

    /// <summary>A scorer for a boost and an idf (of a phrase: the sum of its terms').</summary>
    public SimScorer Scorer(float boost, float idf) => new(MathF.Min(boost * idf, float.MaxValue), _lengthFactors);
}
