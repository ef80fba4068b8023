using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Queries that the classic syntax cannot say, on indexes that Lucene wrote.</summary>
public sealed class RequestTests
{
    private const int OfEachGroup = 400;

    [OracleFact]
    public void Trees_on_one_segment_answer_like_Lucene() =>
        RequestComparison.AssertSame(LuceneIndex.One.Value.Folder, [.. new BasicRequests(TextSample.Of(LargeCorpus.Path), seed: 1).Take(OfEachGroup)]);

    [OracleFact]
    public void Trees_on_several_segments_with_deletions_answer_like_Lucene() =>
        RequestComparison.AssertSame(LuceneIndex.Many.Value.Folder, [.. new BasicRequests(TextSample.Of(LargeCorpus.Path), seed: 2).Take(OfEachGroup)]);

    [OracleFact]
    public void Patterns_and_similar_terms_on_one_segment_answer_like_Lucene() =>
        RequestComparison.AssertSame(LuceneIndex.One.Value.Folder, [.. new TermRequests(TextSample.Of(LargeCorpus.Path), seed: 3).Take(OfEachGroup)]);

    [OracleFact]
    public void Patterns_and_similar_terms_on_several_segments_with_deletions_answer_like_Lucene() =>
        RequestComparison.AssertSame(LuceneIndex.Many.Value.Folder, [.. new TermRequests(TextSample.Of(LargeCorpus.Path), seed: 4).Take(OfEachGroup)]);
}
