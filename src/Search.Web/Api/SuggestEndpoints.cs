using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary><c>GET /v1/suggest</c>: completions while typing.</summary>
internal static class SuggestEndpoints
{
    private const int LongestPrefix = 200;
    private const int MostSuggestions = 20;

    public static void MapSuggest(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/suggest", Find)
            .WithName("Suggest")
            .WithTags("Search")
            .WithSummary("Completions of what is being typed: words, names, places, outlets and headlines.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static Ok<SuggestResponse> Find(
        IArticleIndex articles,
        [Description("What has been typed: at most 200 characters.")] string q = "",
        [Description("Suggestions: 1 to 20, default 8.")] int limit = 8)
    {
        if (limit is < 1 or > MostSuggestions)
            throw new ParameterException("limit", $"limit is 1 to {MostSuggestions}, not {limit}");
        if (q.Length > LongestPrefix)
            throw new ParameterException("q", $"q has at most {LongestPrefix} characters, not {q.Length}");
        return TypedResults.Ok(new SuggestResponse(string.IsNullOrWhiteSpace(q) ? [] : articles.Suggest(q, limit)));
    }
}
