using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary><c>GET /v1/articles</c>: the articles themselves.</summary>
internal static class ArticleEndpoints
{
    private const int MaxContext = 20;
    private const string IdMeaning = "The article's id, as a search or the list gives it.";

    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder articles = routes.MapGroup("/v1/articles").WithTags("Articles");
        articles.MapGet("/", List)
            .WithName("ListArticles")
            .WithSummary("All articles in order of their id.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        articles.MapGet("/{id}", Get)
            .WithName("GetArticle")
            .WithSummary("A whole article, with marks for q.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        articles.MapGet("/{id}/paragraphs/{key}", GetParagraph)
            .WithName("GetParagraph")
            .WithSummary("A paragraph with its neighbours, with marks for q.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Ok<ArticlesResponse> List(
        IArticleIndex articles,
        [Description("Articles on a page: 1 to 100, default 10.")] int limit = 10,
        [Description("The value of \"next\" in the answer before.")] string? cursor = null)
    {
        if (limit is < ArticleQuery.MinLimit or > ArticleQuery.MaxLimit)
            throw new ParameterException("limit", $"limit is {ArticleQuery.MinLimit} to {ArticleQuery.MaxLimit}, not {limit}");
        ArticleList page = articles.List(limit, cursor);
        return TypedResults.Ok(new ArticlesResponse([.. page.Articles.Select(article => article.ToInfo())], page.Total, page.Next));
    }

    private static Results<Ok<ArticleResponse>, ProblemHttpResult> Get(
        [Description(IdMeaning)] string id, IArticleIndex articles, [Description("A query whose matches are marked.")] string? q = null) =>
        articles.GetArticle(id, q) is { } view ? TypedResults.Ok(view.ToResponse()) : NotFound(id);

    private static Results<Ok<ParagraphResponse>, ProblemHttpResult> GetParagraph(
        [Description(IdMeaning)] string id,
        [Description("The paragraph's key; when its text has changed, the closest paragraph answers.")] string key,
        IArticleIndex articles,
        [Description("Paragraphs before and after it: 0 to 20.")] int context = 0,
        [Description("A query whose matches are marked.")] string? q = null)
    {
        if (context is < 0 or > MaxContext)
            throw new ParameterException("context", $"context is 0 to {MaxContext}, not {context}");
        return articles.GetParagraph(id, key, context + 1, q) is { } view ? TypedResults.Ok(view.ToResponse(context)) : NotFound(id);
    }

    private static ProblemHttpResult NotFound(string id) =>
        TypedResults.Problem($"There is no article \"{id}\" in the index.", statusCode: StatusCodes.Status404NotFound, title: "No such article.");
}
