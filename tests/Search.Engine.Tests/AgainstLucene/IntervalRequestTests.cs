using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Interval queries and begun phrases on indexes that Lucene wrote.</summary>
public sealed class IntervalRequestTests
{
    private const int Requests = 400;

    [OracleFact]
    public void Intervals_on_one_segment_answer_like_Lucene() => AssertSame(LuceneIndex.One.Value, seed: 3);

    [OracleFact]
    public void Intervals_on_several_segments_with_deletions_answer_like_Lucene() => AssertSame(LuceneIndex.Many.Value, seed: 4);

    private static void AssertSame(LuceneIndex index, int seed) =>
        RequestComparison.AssertSame(index.Folder, [.. new IntervalRequests(TextSample.Of(LargeCorpus.Path), seed).Take(Requests)]);
}
