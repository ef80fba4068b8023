using Microsoft.AspNetCore.Http.HttpResults;
using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary><c>GET /v1/snippets</c>: the same paragraphs as a flat ranked list.</summary>
internal static class SnippetEndpoints
{
    public static void MapSnippets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/snippets", Find)
            .WithName("Snippets")
            .WithTags("Search")
            .WithSummary("Ranked paragraphs for a query, best first, with marked snippets.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static Ok<SnippetsResponse> Find([AsParameters] SearchRequest request, IArticleIndex articles, CancellationToken cancellation) =>
        TypedResults.Ok(articles.Snippets(request.ToQuery(paragraphsPerArticle: 1), cancellation).ToResponse(request.Query ?? ""));
}
