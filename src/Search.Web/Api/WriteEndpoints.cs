using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Search.Articles.Searching;
using Search.Web.Api.Writing;
using Search.Web.Hosting;
using Search.Web.Hosting.Access;
using Search.Web.Hosting.Limits;

namespace Search.Web.Api;

/// <summary><c>PUT</c> and <c>DELETE /v1/articles/{id}</c>, <c>POST /v1/articles</c>: articles that come by API.</summary>
internal static class WriteEndpoints
{
    public static void MapWrites(this IEndpointRouteBuilder routes, HostSettings settings)
    {
        RouteGroupBuilder articles = routes.MapGroup("/v1/articles").WithTags("Writing").Needing(Needs.Writing);
        articles.MapPut("/{id}", Put)
            .WithName("PutArticle")
            .WithSummary("Adds an article, or replaces the one of this id. It stays when a folder is synchronised, until it is deleted.")
            .WithMetadata(new RequestSizeLimitAttribute(settings.All.Number("max-article-bytes")))
            .Accepts<ArticleBody>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        articles.MapDelete("/{id}", Delete)
            .WithName("DeleteArticle")
            .WithSummary("Deletes an article, whichever way it came.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        articles.MapPost("/", PutMany)
            .WithName("PutArticles")
            .WithSummary("Adds or replaces many articles: a line of JSON each, with its id. A line each says what became of it; read while you send.")
            .WithMetadata(new RequestSizeLimitAttribute(settings.All.Number("max-bulk-bytes")), new LongRunning())
            .Accepts<ArticleBody>("application/jsonl", "application/x-ndjson", "application/json")
            .Produces<LineResult>(StatusCodes.Status200OK, "application/jsonl")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<Results<Ok<ArticleWritten>, Created<ArticleWritten>, ProblemHttpResult>> Put(
        [Description("The article's id, chosen by whoever sends it.")] string id, HttpContext context, IArticleIndex articles, CancellationToken cancellation)
    {
        ArticleBody body = await ReadAsync(context.Request, cancellation);
        if (body.Id is not null && body.Id != id)
            throw new ParameterException("id", $"the body names another article, \"{body.Id}\"");
        WriteReport report = articles.Put([body.ToSubmission(id)], cancellation);
        if (report.Rejected is [RejectedArticle rejected, ..])
            return TypedResults.Problem(rejected.Reason, statusCode: StatusCodes.Status400BadRequest, title: "This article cannot be taken.", extensions: [new("reason", rejected.Reason)]);
        string status = report.Added > 0 ? "added" : report.Replaced > 0 ? "replaced" : "unchanged";
        var written = new ArticleWritten(id, status, Links.Article(id), report.Generation);
        return report.Added > 0 ? TypedResults.Created($"/v1/articles/{Uri.EscapeDataString(id)}", written) : TypedResults.Ok(written);
    }

    private static Results<NoContent, ProblemHttpResult> Delete([Description("The article's id.")] string id, IArticleIndex articles) =>
        articles.Delete(id) ? TypedResults.NoContent() : ArticleEndpoints.NotFound(id);

    private static async Task PutMany(HttpContext context, IArticleIndex articles, HostSettings settings, CancellationToken cancellation)
    {
        context.Response.ContentType = JsonLines.MediaType;
        await new BulkWriter(articles, context.Response.BodyWriter, settings.All.Number("max-article-bytes")).RunAsync(context.Request.BodyReader, cancellation);
    }

    private static async Task<ArticleBody> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, ApiJson.Default.ArticleBody, cancellation)
                ?? throw new ParameterException("body", "the body is an article in JSON, not null");
        }
        catch (JsonException fault)
        {
            throw new ParameterException("body", $"the body is an article in JSON: {fault.Message}");
        }
    }
}
