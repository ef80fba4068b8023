using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary><c>GET /v1/articles</c>: the articles themselves.</summary>
internal static class ArticleEndpoints
{
    /// <summary>What an id is.</summary>
    public const string IdMeaning = "The article's id, as a search or the list gives it.";

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

    /// <summary>There is no such article.</summary>
    public static ProblemHttpResult NotFound(string id) =>
        TypedResults.Problem($"There is no article \"{id}\" in the index.", statusCode: StatusCodes.Status404NotFound, title: "No such article.");
}
