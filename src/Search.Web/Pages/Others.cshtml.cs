using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Search.Articles.Searching;

namespace Search.Web.Pages;

/// <summary>Other paragraphs on the subject of one.</summary>
public sealed class OthersModel(IArticleIndex articles) : PageModel
{
    private const int Limit = 20;

    /// <summary>The paragraph that was started from.</summary>
    public ParagraphView View { get; private set; } = null!;

    /// <summary>The others, closest first.</summary>
    public SnippetAnswer Answer { get; private set; } = null!;

    internal SearchAddress Address { get; private set; } = null!;

    /// <summary>Answers the address.</summary>
    public IActionResult OnGet(string id, string key, CancellationToken cancellation)
    {
        Address = SearchAddress.Of(Request.Query);
        if (articles.GetParagraph(id, key) is not { } view || articles.Similar(id, view.Paragraph.Key, Limit, cancellation) is not { } answer)
            return NotFound();
        View = view;
        Answer = answer;
        return Page();
    }
}
