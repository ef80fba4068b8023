using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Proximity;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Weights;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.Search.Proximity;

/// <summary>What Lucene's interval queries find in the golden corpus.</summary>
public sealed class GoldenIntervalsTests
{
    private const string File = "intervals.json";

    private static readonly SearchOptions Exact = new() { TotalHitsThreshold = int.MaxValue };

    [Fact]
    public void Hits_and_scores_are_Lucenes() => GoldenRows.Check(File, "hits", IdOf, row =>
    {
        TopDocs hits = new IndexSearcher(GoldenCorpus.Single).Search(QueryOf(row), 10, Exact);
        GoldenHits.AssertEqual(row.GetProperty("top"), hits, GoldenCorpus.IdOf);
        Assert.Equal(row.GetProperty("totalHits").GetInt32(), hits.TotalHits.Value);
    });

    [Fact]
    public void Intervals_are_Lucenes() => GoldenRows.Check(File, "intervals", IdOf, row =>
    {
        var weight = (IntervalWeight)QueryOf(row).CreateWeight(new IndexSearcher(GoldenCorpus.Single), needsScores: false, 1f);
        Leaf leaf = GoldenCorpus.Single.Leaves[0];
        Dictionary<string, int> docs = Enumerable.Range(0, leaf.Reader.MaxDoc).ToDictionary(GoldenCorpus.IdOf);
        foreach (JsonProperty doc in row.GetProperty("intervals").EnumerateObject())
        {
            Interval[] found = weight.IntervalsAt(leaf, docs[doc.Name]);
            Assert.Equal(doc.Value.EnumerateArray().Select(interval => (interval[0].GetInt32(), interval[1].GetInt32())), found.Select(interval => (interval.Start, interval.End)));
        }
    });

    [Fact]
    public void Queries_print_like_Lucenes() => GoldenRows.Check(File, "printed", IdOf, row =>
    {
        if (row.TryGetProperty("toString", out JsonElement printed))
            Assert.Equal(printed.GetString(), QueryOf(row).ToString());
    });

    private static string IdOf(JsonElement row) => row.GetProperty("query").GetRawText();

    private static Query QueryOf(JsonElement row) => QueryForms.Parse(row.GetProperty("query"));
}
