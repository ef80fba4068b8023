using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>Runs queries here and in Apache Lucene over one index folder and compares what comes out, to the last bit of every score.</summary>
internal static class SearchComparison
{
    private const int Hits = 10;
    private const int MaxReported = 12;

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

    private static string Answer(IndexSearcher searcher, QueryLine line)
    {
        Query query = line.ToQuery(ParagraphIndexer.Analyzer);
        return $"{query}: {AnswerText.Ours(searcher, query, Hits)}";
    }

    private static string Describe(string answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        return $"{document.RootElement.GetProperty("parsed").GetString()}: {AnswerText.Lucenes(document.RootElement)}";
    }
}
