namespace Search.Engine.Codecs.BlockTree;

/// <summary>Sums over the terms of a field, deleted documents included.</summary>
/// <param name="SumTotalTermFreq">Equal to <paramref name="SumDocFreq"/> where frequencies are not indexed.</param>
/// <param name="DocCount">Documents with at least one term.</param>
internal readonly record struct FieldStatistics(long SumTotalTermFreq, long SumDocFreq, int DocCount);
