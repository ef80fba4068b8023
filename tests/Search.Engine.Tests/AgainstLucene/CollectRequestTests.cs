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
            RequestComparison.AssertSame(folder.Path, [.. new CollectRequests(LetterQuery, CollectColumns.OfColumnCorpus, seed).Take(2 * Requests)]);
    }

    [OracleFact]
    public void Paragraphs_of_one_segment_are_ordered_grouped_and_counted_like_Lucene() =>
        RequestComparison.AssertSame(LuceneIndex.One.Value.Folder, [.. OfParagraphs(seed: 3).Take(Requests)]);

    [OracleFact]
    public void Paragraphs_of_several_segments_with_deletions_are_ordered_grouped_and_counted_like_Lucene() =>
        RequestComparison.AssertSame(LuceneIndex.Many.Value.Folder, [.. OfParagraphs(seed: 4).Take(Requests)]);

    /// <summary>Random requests over the paragraphs of the large corpus.</summary>
    private static CollectRequests OfParagraphs(int seed)
    {
        TextSample sample = TextSample.Of(LargeCorpus.Path);
        return new CollectRequests(random => WordQuery(random, sample), CollectColumns.OfParagraphs, seed);
    }

    private static string WordQuery(Random random, TextSample sample) => random.Next(4) switch
    {
        0 => $"{{\"bool\":[[\"SHOULD\",{Word(random, sample)}],[\"SHOULD\",{Word(random, sample)}]],\"minShouldMatch\":0}}",
        1 => $"{{\"bool\":[[\"MUST\",{Word(random, sample)}],[\"MUST_NOT\",{Word(random, sample)}]],\"minShouldMatch\":0}}",
        _ => Word(random, sample),
    };

    private static string Word(Random random, TextSample sample) => $"{{\"term\":[\"body\",{Request.Quote(sample.Word(random))}]}}";

    private static string LetterQuery(Random random) => random.Next(5) switch
    {
        0 => "{\"matchall\":true}",
        1 => $"{{\"bool\":[[\"SHOULD\",{Letter(random)}],[\"SHOULD\",{Letter(random)}]],\"minShouldMatch\":0}}",
        2 => $"{{\"bool\":[[\"MUST\",{Letter(random)}],[\"MUST_NOT\",{Letter(random)}]],\"minShouldMatch\":0}}",
        3 => "{\"phrase\":[\"a\",\"b\"],\"field\":\"f\",\"slop\":1}",
        _ => Letter(random),
    };

    private static string Letter(Random random) => $"{{\"term\":[\"f\",\"{(char)('a' + random.Next(5))}\"]}}";
}
