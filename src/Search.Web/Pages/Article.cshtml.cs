using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Search.Articles.Searching;

namespace Search.Web.Pages;

/// <summary>An article with all marks of a query, furniture greyed; with a key it opens at that paragraph.</summary>
public sealed class ArticleModel(IArticleIndex articles) : PageModel
{
    /// <summary>The article.</summary>
    public ArticleView View { get; private set; } = null!;

    /// <summary>The query whose matches are marked; empty for none.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Key of the paragraph to open at; null for the top.</summary>
    public string? Target { get; private set; }

    /// <summary>Whether the paragraph asked for has changed, and this is the closest.</summary>
    public bool TargetChanged { get; private set; }

    /// <summary>Why nothing is marked; null when everything is.</summary>
    public string? Error { get; private set; }

    /// <summary>Answers the address.</summary>
    public IActionResult OnGet(string id, string? key, [FromQuery(Name = "q")] string? query)
    {
        if (Read(id, query) is not { } view)
            return NotFound();
        View = view;
        if (key is not null && articles.GetParagraph(id, key) is { } paragraph)
        {
            Target = paragraph.Paragraph.Key;
            TargetChanged = !paragraph.IsExact;
        }
        return Page();
    }

    // An article can be read whatever the query.
    private ArticleView? Read(string id, string? query)
    {
        try
        {
            ArticleView? view = articles.GetArticle(id, query);
            Query = query ?? "";
            return view;
        }
        catch (QueryException fault)
        {
            Error = fault.Message;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return articles.GetArticle(id);
        }
    }
}
