namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Over indexes that Lucene wrote, our search finds what Lucene's finds.</summary>
public sealed class LuceneIndexTests
{
    [OracleFact]
    public void Hits_scores_and_totals_in_one_segment_are_Lucenes() => AssertSame(LuceneIndex.One.Value);

    [OracleFact]
    public void Hits_scores_and_totals_in_many_segments_with_deletions_are_Lucenes() => AssertSame(LuceneIndex.Many.Value);

    private static void AssertSame(LuceneIndex index) => SearchComparison.AssertSame(index.Folder, LargeCorpus.Queries, index.Answers);
}
