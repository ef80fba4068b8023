using System.Globalization;
using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.QueryParsing;
using Search.Engine.Search;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Search;

/// <summary>Queries on 30,000 synthetic documents, of which many blocks cannot compete.</summary>
public sealed class GoldenBigQueriesTests
{
    private const int Count = 30000;

    private static readonly int[] SegmentEnds = [10000, 25000, Count];

    private static readonly Lazy<Dictionary<long, IndexSearcher>> Searchers = new(() =>
    {
        Document[] documents = [.. Enumerable.Range(0, Count).Select(i => new Document { Field.CreateText("f", Text(i)) })];
        return new Dictionary<long, IndexSearcher>
        {
            [1] = Write(documents),
            [3] = Write([.. SegmentEnds.Select((end, i) => documents[(i == 0 ? 0 : SegmentEnds[i - 1])..end])]),
        };
    });

    private static IReadOnlyList<JsonElement> Rows => [.. Golden.Rows("big-queries.json").Skip(1)];

    [Fact]
    public void The_documents_are_those_of_the_golden_file()
    {
        JsonElement check = Golden.Rows("big-queries.json")[0];
        Assert.Equal(check.GetProperty("doc0").GetString(), Text(0));
        Assert.Equal(check.GetProperty("doc3").GetString(), Text(3));
        Assert.Equal(check.GetProperty("doc29999").GetString(), Text(29999));
        Assert.Equal(check.GetProperty("sumTotalTermFreq").GetInt64(), Searchers.Value[1].StatisticsOf("f").SumTotalTermFreq);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1000)]
    [InlineData(10)]
    public void The_best_hits_are_Lucenes_however_many_hits_are_counted(int threshold) =>
        GoldenRows.Check("big-queries.json", "hits", Rows, IdOf, row =>
        {
            IndexSearcher searcher = Searchers.Value[row.GetProperty("segments").GetInt64()];
            TopDocs hits = searcher.Search(
                new QueryParser("f", new WhitespaceAnalyzer()).Parse(row.GetProperty("q").GetString()!),
                10,
                new SearchOptions { TotalHitsThreshold = threshold });
            GoldenHits.AssertEqual(row.GetProperty("top"), hits, doc => doc.ToString(CultureInfo.InvariantCulture));
            int total = row.GetProperty("totalHits").GetInt32();
            if (hits.TotalHits.IsExact)
                Assert.Equal(total, hits.TotalHits.Value);
            else
                Assert.InRange(hits.TotalHits.Value, threshold + 1, total);
        });

    [Fact]
    public void A_term_alone_skips_blocks_that_cannot_compete()
    {
        IndexSearcher searcher = Searchers.Value[1];
        Query query = new QueryParser("f", new WhitespaceAnalyzer()).Parse("w1");
        var options = new SearchOptions { TotalHitsThreshold = 10 };
        TopScoreCollector collector = TopDocsCollector.ByScore(searcher.Reader, 10, options, shared: null);
        searcher.Search(query, collector);
        TopDocs hits = collector.Result();
        Assert.False(hits.TotalHits.IsExact);
        Assert.InRange(hits.TotalHits.Value, 11, 13000);
        // How many there are is known all the same.
        Assert.Equal(new TotalHits(searcher.Count(query), IsExact: false), searcher.Search(query, 10, options).TotalHits);
    }

    private static IndexSearcher Write(params Document[][] segments)
    {
        var directory = new MemoryDirectory();
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new WhitespaceAnalyzer() }))
        {
            foreach (Document[] documents in segments)
            {
                foreach (Document document in documents)
                    writer.AddDocument(document);
                writer.Flush();
            }
            writer.Commit();
        }
        return new IndexSearcher(DirectoryReader.Open(directory));
    }

    private static string IdOf(JsonElement row) => $"{row.GetProperty("segments").GetInt32()}: {row.GetProperty("q").GetString()}";

    // README of tests/golden, "Synthetic documents".
    private static string Text(int number)
    {
        ulong state = 0x9E3779B97F4A7C15UL * ((ulong)number + 1);
        for (var i = 0; i < 4; i++)
            Next();
        int length = 5 + (int)((Next() >> 33) % 40) + (number % 1000 == 7 ? 300 : 0);
        var words = new List<string>(length);
        for (var k = 0; k < length; k++)
        {
            ulong u = Next() >> 44;
            ulong v = ((u * u >> 20) * u) >> 20;
            int times = number % 97 == 3 && k % 5 == 0 ? 4 : 1;
            for (var time = 0; time < times; time++)
                words.Add($"w{v >> 10}");
        }
        return string.Join(' ', words);

        ulong Next()
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            return state;
        }
    }
}
