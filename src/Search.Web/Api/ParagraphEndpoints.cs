using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Articles.Citing;
using Search.Articles.Searching;
using Search.Web.Hosting;

namespace Search.Web.Api;

/// <summary><c>GET /v1/articles/{id}/paragraphs/{key}</c> and below: a paragraph, its citation, others on its subject.</summary>
internal static class ParagraphEndpoints
{
    private const int MaxContext = 20;
    private const string KeyMeaning = "The paragraph's key; when its text has changed, the closest paragraph answers.";

    public static void MapParagraphs(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder paragraphs = routes.MapGroup("/v1/articles/{id}/paragraphs/{key}").WithTags("Articles");
        paragraphs.MapGet("/", Get)
            .WithName("GetParagraph")
            .WithSummary("A paragraph with its neighbours, with marks for q.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        paragraphs.MapGet("/citation", Cite)
            .WithName("CiteParagraph")
            .WithSummary("A paragraph as a citation, with its permalink and the original's address that opens at the passage.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        paragraphs.MapGet("/similar", FindSimilar)
            .WithName("SimilarParagraphs")
            .WithSummary("Others on the subject of a paragraph: the closest paragraph of each of the closest articles.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<ParagraphResponse>, ProblemHttpResult> Get(
        [Description(ArticleEndpoints.IdMeaning)] string id,
        [Description(KeyMeaning)] string key,
        IArticleIndex articles,
        [Description("Paragraphs before and after it: 0 to 20.")] int context = 0,
        [Description("A query whose matches are marked.")] string? q = null)
    {
        if (context is < 0 or > MaxContext)
            throw new ParameterException("context", $"context is 0 to {MaxContext}, not {context}");
        // One more on each side: a selector tells what stands around.
        return articles.GetParagraph(id, key, context + 1, q) is { } view ? TypedResults.Ok(view.ToResponse(context)) : ArticleEndpoints.NotFound(id);
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Cite(
        [Description(ArticleEndpoints.IdMeaning)] string id,
        [Description(KeyMeaning)] string key,
        HttpContext context,
        IArticleIndex articles,
        PublicAddress address,
        [Description("plain (default), markdown, ris, bibtex or csl-json.")] string format = "plain")
    {
        if (!CitationFormats.TryParse(format, out CitationFormat known))
            throw new ParameterException("format", $"format is one of {string.Join(", ", CitationFormats.Names)}, not \"{format}\"");
        if (articles.GetParagraph(id, key) is not { } view)
            return ArticleEndpoints.NotFound(id);
        string permalink = address.Of(context.Request, Links.Paragraph(id, view.Paragraph.Key));
        return TypedResults.Text(Citation.Format(known, view.Article, view.Paragraph.Text.Text, permalink), known.MediaType());
    }

    private static Results<Ok<SnippetsResponse>, ProblemHttpResult> FindSimilar(
        [Description(ArticleEndpoints.IdMeaning)] string id,
        [Description(KeyMeaning)] string key,
        IArticleIndex articles,
        CancellationToken cancellation,
        [Description("Paragraphs: 1 to 100, default 10.")] int limit = 10)
    {
        if (limit is < ArticleQuery.MinLimit or > ArticleQuery.MaxLimit)
            throw new ParameterException("limit", $"limit is {ArticleQuery.MinLimit} to {ArticleQuery.MaxLimit}, not {limit}");
        return articles.Similar(id, key, limit, cancellation) is { } answer ? TypedResults.Ok(answer.ToResponse("")) : ArticleEndpoints.NotFound(id);
    }
}
