using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>The answer to a request of any kind as one text, to compare two engines by.</summary>
internal static class RequestAnswer
{
    private const string TooManyClauses = "error too many clauses";

    /// <summary>Our answer; that there are too many clauses is one too.</summary>
    public static string Ours(IndexSearcher searcher, JsonElement request, int hits)
    {
        try
        {
            return Answer(searcher, request, hits);
        }
        catch (TooManyClausesException)
        {
            return TooManyClauses;
        }
    }

    /// <summary>An answer of the oracle's in the same words.</summary>
    public static string Lucenes(JsonElement answer)
    {
        if (answer.TryGetProperty("error", out JsonElement error))
        {
            string reason = error.GetString()!;
            return reason.Contains("TooManyClauses", StringComparison.Ordinal) ? TooManyClauses : $"error {reason}";
        }
        if (answer.TryGetProperty("groups", out _))
            return CollapseForms.Lucenes(answer);
        return answer.TryGetProperty("facets", out _) ? FacetForms.Lucenes(answer) : OrderForms.Lucenes(answer);
    }

    private static string Answer(IndexSearcher searcher, JsonElement request, int hits)
    {
        Query query = QueryForms.Parse(request.GetProperty("query"));
        int k = QueryForms.Number(request, "k", hits);
        if (request.TryGetProperty("collapse", out _))
            return CollapseForms.Ours(searcher, query, request);
        if (request.TryGetProperty("facets", out _))
            return FacetForms.Ours(searcher, query, request);
        if (request.TryGetProperty("sort", out _) || request.TryGetProperty("pages", out _))
            return OrderForms.Ours(searcher, query, request, k);
        return AnswerText.Ours(searcher, query, k);
    }
}
