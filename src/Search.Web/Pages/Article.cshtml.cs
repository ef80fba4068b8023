using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Search.Articles.Searching;

namespace Search.Web.Pages;

/// <summary>An article with all marks of a query, furniture greyed; with a key it opens at that paragraph, with a number at that match.</summary>
public sealed class ArticleModel(IArticleIndex articles) : PageModel
{
    /// <summary>The article.</summary>
    public ArticleView View { get; private set; } = null!;

    /// <summary>Key of the paragraph to open at; null for the top.</summary>
    public string? Target { get; private set; }

    /// <summary>Whether the paragraph asked for has changed, and this is the closest.</summary>
    public bool TargetChanged { get; private set; }

    /// <summary>Why nothing is marked; null when everything is.</summary>
    public string? Error { get; private set; }

    /// <summary>Number of marks.</summary>
    public int Matches { get; private set; }

    /// <summary>Number of the mark that the page stands at; 0 before the first.</summary>
    public int Match { get; private set; }

    internal SearchAddress Address { get; private set; } = null!;

    internal MarkedText Marked { get; private set; } = null!;

    /// <summary>Answers the address.</summary>
    public IActionResult OnGet(string id, string? key, string? match)
    {
        Address = SearchAddress.Of(Request.Query);
        if (Read(id) is not { } view)
            return NotFound();
        View = view;
        Matches = view.Paragraphs.Sum(paragraph => paragraph.Text.Ranges.Count);
        if (key is not null && articles.GetParagraph(id, key) is { } paragraph)
        {
            Target = paragraph.Paragraph.Key;
            TargetChanged = !paragraph.IsExact;
        }
        Match = int.TryParse(match, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Math.Clamp(number, 0, Matches) : FirstMatchOf(Target);
        Marked = new MarkedText(Match);
        return Page();
    }

    /// <summary>This article at a match.</summary>
    internal string AtMatch(int number)
    {
        string article = Address.Article(View.Article.Id);
        return $"{article}{(article.Contains('?', StringComparison.Ordinal) ? '&' : '?')}match={number}#m{number}";
    }

    // Paragraphs are shown in the order of the article, so marks before the target are those of the paragraphs before it.
    private int FirstMatchOf(string? key)
    {
        if (key is null)
            return 0;
        var before = 0;
        foreach (int ordinal in View.Pieces.Select(piece => piece.Paragraph).Where(ordinal => ordinal >= 0))
        {
            ParagraphText paragraph = View.Paragraphs[ordinal];
            if (paragraph.Key == key)
                return paragraph.Text.Ranges.Count > 0 ? before + 1 : before;
            before += paragraph.Text.Ranges.Count;
        }
        return 0;
    }

    // An article can be read whatever the query.
    private ArticleView? Read(string id)
    {
        try
        {
            return articles.GetArticle(id, Address.Text.Length > 0 ? Address.Text : null);
        }
        catch (QueryException fault)
        {
            Error = fault.Message;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return articles.GetArticle(id);
        }
    }
}
