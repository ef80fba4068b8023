namespace Search.Engine.Search.Similarities;

/// <summary>What scoring needs to know of a field over the whole index, deleted documents included.</summary>
/// <param name="DocCount">Documents with at least one term in the field.</param>
/// <param name="SumTotalTermFreq">Occurrences of all terms; divided by <paramref name="DocCount"/> it is the average length.</param>
/// <param name="SumDocFreq">Postings of all terms.</param>
public readonly record struct CollectionStatistics(long DocCount, long SumTotalTermFreq, long SumDocFreq);
