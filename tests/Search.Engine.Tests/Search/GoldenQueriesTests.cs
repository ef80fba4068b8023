using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.Search;

/// <summary>Hits and scores of the golden corpus, queries built from their trees.</summary>
public sealed class GoldenQueriesTests
{
    private static readonly SearchOptions Exact = new() { TotalHitsThreshold = int.MaxValue };

    private static IReadOnlyList<JsonElement> ParsedRows => [.. Golden.Rows("queries.json").Where(row => row.TryGetProperty("tree", out _))];

    /// <summary>What is searched: an index that this engine wrote, or plain arrays, which tell a wrong search from a wrong index.</summary>
    public enum Source
    {
        Written,
        Arrays,
    }

    [Theory]
    [InlineData(Source.Written)]
    [InlineData(Source.Arrays)]
    public void One_segment_gives_Lucenes_hits_and_scores(Source source) =>
        GoldenRows.Check("queries.json", "hits", ParsedRows, row => row.GetProperty("q").GetString()!, row => Check(row, row, Single(source)));

    [Theory]
    [InlineData(Source.Written)]
    [InlineData(Source.Arrays)]
    public void Three_segments_with_deletions_give_Lucenes_hits_and_scores(Source source)
    {
        Dictionary<string, JsonElement> trees = ParsedRows.ToDictionary(row => row.GetProperty("q").GetString()!);
        GoldenRows.Check(
            "queries-segments.json",
            "hits",
            [.. Golden.Rows("queries-segments.json").Where(row => trees.ContainsKey(row.GetProperty("q").GetString()!))],
            row => row.GetProperty("q").GetString()!,
            row => Check(trees[row.GetProperty("q").GetString()!], row, source == Source.Written ? GoldenCorpus.ThreeSegments : GoldenCorpus.SegmentsInMemory));
    }

    [Theory]
    [InlineData(Source.Written)]
    [InlineData(Source.Arrays)]
    public void Queries_built_by_hand_give_Lucenes_hits_and_scores(Source source) =>
        GoldenRows.Check("queries-programmatic.json", "hits", row => row.GetProperty("query").GetRawText(), row =>
        {
            Query query = QueryForms.Parse(row.GetProperty("query"));
            CheckHits(query, row, Single(source));
        });

    [Fact]
    public void Queries_built_by_hand_print_like_Lucene() =>
        GoldenRows.Check("queries-programmatic.json", "printed", row => row.GetProperty("query").GetRawText(), row =>
            Assert.Equal(row.GetProperty("toString").GetString(), QueryForms.Parse(row.GetProperty("query")).ToString()));

    [Fact]
    public void Parsed_queries_print_like_Lucene() =>
        GoldenRows.Check("queries.json", "printed", ParsedRows, row => row.GetProperty("q").GetString()!, row =>
            Assert.Equal(row.GetProperty("parsed").GetString(), GoldenQueries.OfTree(row.GetProperty("tree")).ToString()));

    private static IndexReader Single(Source source) => source == Source.Written ? GoldenCorpus.Single : GoldenCorpus.SingleInMemory;

    private static void Check(JsonElement treeRow, JsonElement row, IndexReader reader) =>
        CheckHits(GoldenQueries.OfTree(treeRow.GetProperty("tree")), row, reader);

    private static void CheckHits(Query query, JsonElement row, IndexReader reader)
    {
        var searcher = new IndexSearcher(reader);
        if (row.TryGetProperty("error", out _))
        {
            Assert.Throws<InvalidOperationException>(() => searcher.Search(query, 10));
            return;
        }
        TopDocs hits = searcher.Search(query, 10, Exact);
        GoldenHits.AssertEqual(row.GetProperty("top"), hits, GoldenCorpus.IdOf);
        Assert.Equal(new TotalHits(row.GetProperty("totalHits").GetInt32(), IsExact: true), hits.TotalHits);
        Assert.Equal(hits.TotalHits.Value, searcher.Count(query));
    }
}
