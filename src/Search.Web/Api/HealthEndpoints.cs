using Microsoft.AspNetCore.Http.HttpResults;
using Search.Articles.Searching;
using Search.Web.Hosting.Access;
using Search.Web.Hosting.Indexing;

namespace Search.Web.Api;

/// <summary>Whether the host runs, and whether it has something to serve.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder health = routes.MapGroup("/healthz").WithTags("Health").Needing(Needs.Nothing);
        health.MapGet("/live", () => TypedResults.Ok("live")).WithName("Live").WithSummary("The process runs.");
        health.MapGet("/ready", Ready).WithName("Ready").WithSummary("There is a commit to serve.")
            .Produces<HealthResponse>(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<HealthResponse>, JsonHttpResult<HealthResponse>> Ready(IArticleIndex articles, IndexingState indexing)
    {
        IndexStatus status = articles.Status;
        var health = new HealthResponse(
            status.Generation > 0 ? "ready" : "no index yet", status.Articles, status.Paragraphs, status.Generation, status.WriterElsewhere,
            indexing.IsRunning, indexing.Fault);
        return status.Generation > 0
            ? TypedResults.Ok(health)
            : TypedResults.Json(health, ApiJson.Default.HealthResponse, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
