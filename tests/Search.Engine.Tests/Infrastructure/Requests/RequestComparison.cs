using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Runs requests here and in Apache Lucene over one index folder and compares what comes out, to the last bit of every score.</summary>
internal static class RequestComparison
{
    private const int Hits = 10;
    private const int MaxReported = 12;

    // A pattern of an interval source with more terms than its limit: an exception there, a partial result here (docs/interval-semantics.md).
    private const string TooManyTerms = "expanded to too many terms";

    /// <summary>Totals, documents in order and the bits of their scores are the same.</summary>
    /// <exception cref="InvalidOperationException">They are not; it names the first that differ.</exception>
    public static void AssertSame(string folder, IReadOnlyList<Request> requests)
    {
        IReadOnlyList<string> differences = Differences(folder, requests);
        if (differences.Count > 0)
            throw new InvalidOperationException($"{differences.Count} of {requests.Count} requests differ\n{string.Join('\n', differences.Take(MaxReported))}");
    }

    /// <summary>What differs, a text a request.</summary>
    public static IReadOnlyList<string> Differences(string folder, IReadOnlyList<Request> requests)
    {
        using var scratch = new TemporaryFolder();
        string file = scratch.File("requests.jsonl");
        File.WriteAllLines(file, requests.Select(request => request.Json));
        Task<string[]> lucene = Task.Run(() => Oracle.Lines("search-json", folder, file, "--k", $"{Hits}"));
        string[] ours = Answers(folder, requests);
        string[] answers = lucene.GetAwaiter().GetResult();
        if (answers.Length != requests.Count)
            throw new InvalidOperationException($"{answers.Length} answers to {requests.Count} requests");
        var differences = new List<string>();
        for (var i = 0; i < requests.Count; i++)
        {
            string expected = Lucene(answers[i]);
            if (expected != ours[i] && !expected.Contains(TooManyTerms, StringComparison.Ordinal))
                differences.Add($"{requests[i].Category}: {requests[i].Json}\n  Lucene {expected}\n  ours   {ours[i]}");
        }
        return differences;
    }

    private static string[] Answers(string folder, IReadOnlyList<Request> requests)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        return [.. requests.Select(request => Ours(searcher, request))];
    }

    private static string Lucene(string answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        return RequestAnswer.Lucenes(document.RootElement);
    }

    private static string Ours(IndexSearcher searcher, Request request)
    {
        using JsonDocument document = JsonDocument.Parse(request.Json);
        return RequestAnswer.Ours(searcher, document.RootElement, Hits);
    }
}
