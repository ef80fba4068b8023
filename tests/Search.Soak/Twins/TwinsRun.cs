using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure.Requests;
using Search.Soak.Fidelity;

namespace Search.Soak.Twins;

/// <summary>Requests over one index in this process: what leaves out documents that cannot compete finds what the definition finds.</summary>
/// <remarks>Numbers of hits and of those that are counted exactly change from request to request, so that leaving out begins early and late.</remarks>
internal static class TwinsRun
{
    private static readonly int[] HitCounts = [10, 1, 100, 3];
    private static readonly int?[] Thresholds = [null, 1, 50];

    /// <summary>A line for each request: its first hits and their scores, or that it was refused.</summary>
    /// <exception cref="SoakFailureException">Two ways to find hits differ.</exception>
    public static IEnumerable<string> Answers(string index, string paragraphs, int requests, int seed)
    {
        using MappedDirectory directory = MappedDirectory.Open(index);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var number = 0;
        foreach (Request request in new RequestMix(paragraphs, seed).Queries(requests))
        {
            yield return Answer(searcher, request, HitCounts[number % HitCounts.Length], Thresholds[number % Thresholds.Length]);
            number++;
        }
    }

    private static string Answer(IndexSearcher searcher, Request request, int hits, int? threshold)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(request.Json);
            Query query = QueryForms.Parse(document.RootElement.GetProperty("query"));
            TopDocs found = searcher.Search(query, hits, new SearchOptions { TotalHitsThreshold = threshold });
            if (found.IsPartial)
                return "partial";
            (IReadOnlyList<(int Doc, uint ScoreBits)> first, int total) = PlainSearch.Run(searcher, query, hits);
            string plain = Text(first);
            string ours = Text(found.ScoreDocs.Select(hit => (hit.Doc, BitConverter.SingleToUInt32Bits(hit.Score))));
            if (plain != ours || (found.TotalHits.IsExact ? found.TotalHits.Value != total : found.TotalHits.Value > total))
                throw new SoakFailureException($"{request.Json}: {hits} hits, threshold {threshold}\n  defined {total}{plain}\n  found   {found.TotalHits}{ours}");
            return $"{total}{plain}";
        }
        catch (TooManyClausesException)
        {
            return "too many clauses";
        }
    }

    private static string Text(IEnumerable<(int Doc, uint ScoreBits)> hits) => string.Concat(hits.Select(hit => $" {hit.Doc}={hit.ScoreBits:x8}"));
}
