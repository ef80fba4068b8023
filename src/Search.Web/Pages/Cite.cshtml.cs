using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Search.Articles.Citing;
using Search.Articles.Searching;
using Search.Web.Api;
using Search.Web.Hosting;

namespace Search.Web.Pages;

/// <summary>A paragraph as a citation, in every format.</summary>
public sealed class CiteModel(IArticleIndex articles) : PageModel
{
    /// <summary>The paragraph and its article.</summary>
    public ParagraphView View { get; private set; } = null!;

    /// <summary>Its address here, absolute.</summary>
    public string Permalink { get; private set; } = "";

    /// <summary>The original with a text fragment that opens it at the passage; null when it has no address on the web.</summary>
    public string? Original { get; private set; }

    internal SearchAddress Address { get; private set; } = null!;

    /// <summary>The citation in each format: its name for machines, for people, and its text.</summary>
    public IEnumerable<(string Name, string Label, string Text)> Formats =>
        from format in Enum.GetValues<CitationFormat>()
        let label = format switch
        {
            CitationFormat.Plain => "Plain text",
            CitationFormat.Ris => "RIS",
            CitationFormat.CslJson => "CSL-JSON",
            _ => format.ToString(),
        }
        select (CitationFormats.Names[(int)format], label, Citation.Format(format, View.Article, View.Paragraph.Text.Text, Permalink));

    /// <summary>Answers the address.</summary>
    public IActionResult OnGet(string id, string key)
    {
        Address = SearchAddress.Of(Request.Query);
        if (articles.GetParagraph(id, key) is not { } view)
            return NotFound();
        View = view;
        Permalink = HttpContext.RequestServices.GetRequiredService<PublicAddress>().Of(Request, Links.Paragraph(view.Article.Id, view.Paragraph.Key));
        Original = Citation.OriginalLink(view.Article, view.Paragraph.Text.Text);
        return Page();
    }
}
