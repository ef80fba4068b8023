using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.AgainstLucene;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Runs requests here and in Apache Lucene over one index folder and compares what comes out, to the last bit of every score.</summary>
internal static class RequestComparison
{
    private const int Hits = 10;
    private const int MaxReported = 12;

    /// <summary>Totals, documents in order and the bits of their scores are the same.</summary>
    public static void AssertSame(string folder, IReadOnlyList<Request> requests)
    {
        IReadOnlyList<string> differences = Differences(folder, requests);
        if (differences.Count > 0)
            Assert.Fail($"{differences.Count} of {requests.Count} requests differ\n{string.Join('\n', differences.Take(MaxReported))}");
    }

    /// <summary>What differs, a text a request.</summary>
    public static IReadOnlyList<string> Differences(string folder, IReadOnlyList<Request> requests)
    {
        using var scratch = new TemporaryFolder();
        string file = scratch.File("requests.jsonl");
        File.WriteAllLines(file, requests.Select(request => request.Json));
        string[] answers = Oracle.Lines("search-json", folder, file, "--k", $"{Hits}");
        Assert.Equal(requests.Count, answers.Length);
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var differences = new List<string>();
        for (var i = 0; i < requests.Count; i++)
        {
            string expected = Lucene(answers[i]);
            string actual = Ours(searcher, requests[i]);
            if (expected != actual)
                differences.Add($"{requests[i].Category}: {requests[i].Json}\n  Lucene {expected}\n  ours   {actual}");
        }
        return differences;
    }

    private static string Lucene(string answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        return document.RootElement.TryGetProperty("error", out JsonElement error)
            ? $"error {error.GetString()}"
            : SearchComparison.Describe(document.RootElement);
    }

    private static string Ours(IndexSearcher searcher, Request request)
    {
        using JsonDocument document = JsonDocument.Parse(request.Json);
        JsonElement root = document.RootElement;
        return SearchComparison.Answer(searcher, QueryForms.Parse(root.GetProperty("query")), QueryForms.Number(root, "k", Hits));
    }
}
