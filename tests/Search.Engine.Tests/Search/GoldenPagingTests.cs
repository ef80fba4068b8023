using System.Text.Json;
using System.Text.RegularExpressions;
using Search.Engine.Index;
using Search.Engine.QueryParsing;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search;

/// <summary>Pages, thresholds and orders on the golden corpus.</summary>
public sealed partial class GoldenPagingTests
{
    private const int SortedHits = 8;

    [Fact]
    public void Pages_thresholds_and_orders_are_Lucenes() =>
        GoldenRows.Check("paging.json", "hits", row => row.GetRawText(), row =>
        {
            IndexReader reader = row.GetProperty("index").GetString() == "single" ? GoldenCorpus.Single : GoldenCorpus.ThreeSegments;
            var searcher = new IndexSearcher(reader);
            Query query = new QueryParser("body", GoldenCorpus.Analyzer).Parse(row.GetProperty("q").GetString()!);
            if (row.TryGetProperty("pages", out JsonElement pages))
                CheckPages(searcher, query, row.GetProperty("pageSize").GetInt32(), pages);
            else if (row.TryGetProperty("sort", out JsonElement sort))
                CheckOrder(searcher, query, sort.GetString()!, row.GetProperty("top"));
            else
                CheckThreshold(searcher, query, row);
        });

    private static void CheckPages(IndexSearcher searcher, Query query, int pageSize, JsonElement pages)
    {
        ScoreDoc? after = null;
        foreach (JsonElement page in pages.EnumerateArray())
        {
            TopDocs hits = searcher.Search(query, pageSize, new SearchOptions { After = after });
            GoldenHits.AssertEqual(page, hits, GoldenCorpus.IdOf);
            after = hits.ScoreDocs.Count > 0 ? hits.ScoreDocs[^1] : null;
        }
    }

    private static void CheckOrder(IndexSearcher searcher, Query query, string order, JsonElement top)
    {
        SortField[] sort = [.. order.Split(',').Select(SortFieldOf)];
        TopDocs hits = searcher.Search(query, SortedHits, new SearchOptions { Sort = sort });
        GoldenHits.AssertEqual(top, hits, GoldenCorpus.IdOf);

        // The same in pages of three.
        var paged = new List<ScoreDoc>();
        while (paged.Count < hits.ScoreDocs.Count)
            paged.AddRange(searcher.Search(query, 3, new SearchOptions { Sort = sort, After = paged.Count > 0 ? paged[^1] : null }).ScoreDocs);
        Assert.Equal(hits.ScoreDocs.Select(hit => hit.Doc), paged.Take(hits.ScoreDocs.Count).Select(hit => hit.Doc));
    }

    private static void CheckThreshold(IndexSearcher searcher, Query query, JsonElement row)
    {
        TopDocs hits = searcher.Search(
            query, row.GetProperty("k").GetInt32(), new SearchOptions { TotalHitsThreshold = row.GetProperty("threshold").GetInt32() });
        GoldenHits.AssertEqual(row.GetProperty("top"), hits, GoldenCorpus.IdOf);
        Assert.Equal(row.GetProperty("exact").GetBoolean(), hits.TotalHits.IsExact);
    }

    // As Lucene prints them: <int: "year">!, an exclamation mark turns the order round.
    private static SortField SortFieldOf(string text)
    {
        if (text.StartsWith("<score>", StringComparison.Ordinal))
            return SortField.Score;
        if (text.StartsWith("<doc>", StringComparison.Ordinal))
            return SortField.Doc;
        Match match = Column.Match(text);
        string column = match.Groups["column"].Value;
        SortField field = match.Groups["kind"].Value switch
        {
            "int" => SortField.Integer(column),
            "double" => SortField.Double(column),
            "string" => SortField.Text(column),
            _ => throw new InvalidOperationException(text),
        };
        return field with { Reverse = text.EndsWith('!') };
    }

    [GeneratedRegex("""^<(?<kind>\w+): "(?<column>\w+)">!?$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column { get; }
}
