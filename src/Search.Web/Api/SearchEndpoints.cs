using Microsoft.AspNetCore.Http.HttpResults;
using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary><c>GET /v1/search</c>: ranked articles with their matching paragraphs.</summary>
internal static class SearchEndpoints
{
    // An article's matching paragraphs are all shown, within reason.
    private const int ParagraphsPerArticle = 100;

    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/search", Find)
            .WithName("Search")
            .WithTags("Search")
            .WithSummary("Ranked articles for a query, with their matching paragraphs and marked snippets.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static Ok<SearchResponse> Find([AsParameters] SearchRequest request, IArticleIndex articles, CancellationToken cancellation) =>
        TypedResults.Ok(articles.Search(request.ToQuery(ParagraphsPerArticle), cancellation).ToResponse(request.Query ?? ""));
}
