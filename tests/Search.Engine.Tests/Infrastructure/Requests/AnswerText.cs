using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Total, documents in order and the bits of their scores as one text, to compare two engines by.</summary>
internal static class AnswerText
{
    private static readonly SearchOptions CountAll = new() { TotalHitsThreshold = int.MaxValue };

    /// <summary>Our answer, and what differs between the engine's ways to find it.</summary>
    public static string Ours(IndexSearcher searcher, Query query, int hits)
    {
        TopDocs exact = searcher.Search(query, hits, CountAll);
        string answer = $"{exact.TotalHits.Value}{Describe(searcher.Reader, exact)}";
        // Three ways through the engine: everything scored, what cannot compete left out, nothing scored.
        // A pattern with more terms than its limit makes an answer a part even where Lucene, which would throw, does not come to look at it.
        bool isWhole = exact.TotalHits.IsExact || exact.Partial == PartialReason.Expansions;
        if (searcher.Search(query, hits).ScoreDocs.SequenceEqual(exact.ScoreDocs) && searcher.Count(query) == exact.TotalHits.Value && isWhole)
            return answer;
        return $"{answer}; unless hits are counted{Describe(searcher.Reader, searcher.Search(query, hits))}; counted alone {searcher.Count(query)}";
    }

    /// <summary>An answer of the oracle's in the same words.</summary>
    public static string Lucenes(JsonElement answer)
    {
        IEnumerable<string> hits = answer.GetProperty("hits").EnumerateArray().Select(hit => $" {hit[0].GetString()}={BitsOf(hit[2].GetString()!)}");
        return $"{answer.GetProperty("total").GetInt64()}{string.Concat(hits)}";
    }

    /// <summary>The bits of a score of the oracle's: function scores can be -0 there; here every score of nothing is 0.</summary>
    public static string BitsOf(string bits) => bits == "80000000" ? "00000000" : bits;

    private static string Describe(IndexReader reader, TopDocs top) =>
        string.Concat(top.ScoreDocs.Select(hit => $" {StoredId.Of(reader, hit.Doc)}={BitConverter.SingleToUInt32Bits(hit.Score):x8}"));
}
