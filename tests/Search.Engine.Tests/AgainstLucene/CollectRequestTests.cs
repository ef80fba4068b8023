using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Orders, pages, groups, facets and drilling sideways, held against Lucene's collectors.</summary>
public sealed class CollectRequestTests
{
    private const int Requests = 400;

    [OracleTheory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    public void Columns_of_every_kind_order_group_and_count_hits_like_Lucene(int seed, int segments)
    {
        using var folder = new TemporaryFolder();
        using (MappedDirectory directory = MappedDirectory.Open(folder.Path))
        using (new ColumnCorpus(seed, 6000, segments, directory))
            RequestComparison.AssertSame(folder.Path, [.. CollectRequests.OfColumnCorpus(seed).Take(2 * Requests)]);
    }

    [OracleFact]
    public void Paragraphs_of_one_segment_are_ordered_grouped_and_counted_like_Lucene() =>
        RequestComparison.AssertSame(LuceneIndex.One.Value.Folder, [.. CollectRequests.OfParagraphs(TextSample.Of(LargeCorpus.Path), seed: 3).Take(Requests)]);

    [OracleFact]
    public void Paragraphs_of_several_segments_with_deletions_are_ordered_grouped_and_counted_like_Lucene() =>
        RequestComparison.AssertSame(LuceneIndex.Many.Value.Folder, [.. CollectRequests.OfParagraphs(TextSample.Of(LargeCorpus.Path), seed: 4).Take(Requests)]);
}
