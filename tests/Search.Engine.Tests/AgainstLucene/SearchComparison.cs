using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Runs queries here and in Apache Lucene over one index folder and compares what comes out, to the last bit of every score.</summary>
internal static class SearchComparison
{
    private const int Hits = 10;
    private const int MaxReported = 12;

    private static readonly SearchOptions CountAll = new() { TotalHitsThreshold = int.MaxValue };

    /// <summary>Both find the same: query as understood, total, documents in order, bits of their scores.</summary>
    /// <param name="answers">What <see cref="Ask"/> gave for the queries.</param>
    public static void AssertSame(string folder, IReadOnlyList<QueryLine> queries, IReadOnlyList<string> answers)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var differences = new List<string>();
        Assert.Equal(queries.Count, answers.Count);
        for (var i = 0; i < queries.Count; i++)
        {
            string expected = Describe(answers[i]);
            string actual = Answer(searcher, queries[i]);
            if (expected != actual)
                differences.Add($"{queries[i]}\n  Lucene {expected}\n  ours   {actual}");
        }
        if (differences.Count > 0)
            Assert.Fail($"{differences.Count} of {queries.Count} queries differ\n{string.Join('\n', differences.Take(MaxReported))}");
    }

    /// <summary>Lucene's answers, a line a query.</summary>
    public static string[] Ask(string folder, IReadOnlyList<QueryLine> queries)
    {
        using var scratch = new TemporaryFolder();
        string file = scratch.File("queries.tsv");
        File.WriteAllLines(file, queries.Select(query => query.ToString()));
        return Oracle.Lines("search", folder, file, "--k", $"{Hits}", "--exact-hits");
    }

    /// <summary>Total and hits, and what differs between the engine's ways to find them.</summary>
    public static string Answer(IndexSearcher searcher, Query query, int hits)
    {
        TopDocs exact = searcher.Search(query, hits, CountAll);
        string answer = $"{exact.TotalHits.Value}{Describe(searcher.Reader, exact)}";
        // Three ways through the engine: everything scored, what cannot compete left out, nothing scored.
        if (searcher.Search(query, hits).ScoreDocs.SequenceEqual(exact.ScoreDocs) && searcher.Count(query) == exact.TotalHits.Value && exact.TotalHits.IsExact)
            return answer;
        return $"{answer}; unless hits are counted{Describe(searcher.Reader, searcher.Search(query, hits))}; counted alone {searcher.Count(query)}";
    }

    /// <summary>Total and hits of an answer of Lucene's, in the words of <see cref="Answer(IndexSearcher, Query, int)"/>.</summary>
    public static string Describe(JsonElement answer)
    {
        IEnumerable<string> hits = answer.GetProperty("hits").EnumerateArray().Select(hit => $" {hit[0].GetString()}={hit[2].GetString()}");
        return $"{answer.GetProperty("total").GetInt64()}{string.Concat(hits)}";
    }

    private static string Answer(IndexSearcher searcher, QueryLine line)
    {
        Query query = line.ToQuery(ParagraphIndexer.Analyzer);
        return $"{query}: {Answer(searcher, query, Hits)}";
    }

    private static string Describe(IndexReader reader, TopDocs top) =>
        string.Concat(top.ScoreDocs.Select(hit => $" {StoredId.Of(reader, hit.Doc)}={BitConverter.SingleToUInt32Bits(hit.Score):x8}"));

    private static string Describe(string answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        return $"{document.RootElement.GetProperty("parsed").GetString()}: {Describe(document.RootElement)}";
    }
}
