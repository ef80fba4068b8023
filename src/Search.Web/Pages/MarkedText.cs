using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Search.Articles.Searching;

namespace Search.Web.Pages;

/// <summary>Writes the texts of an article, whose marks are numbered from 1 and can be linked to.</summary>
/// <param name="current">Number of the mark that the page opens at; 0 for none.</param>
internal sealed class MarkedText(int current)
{
    private int _written;

    /// <summary>The text, escaped, with its marks; texts are to be written in the order in which they are shown.</summary>
    public IHtmlContent Write(Snippet snippet)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (MarkRange range in snippet.Ranges)
        {
            _written++;
            html.Append(Encode(snippet.Text[end..range.Start]))
                .Append($"<mark id=\"m{_written}\" tabindex=\"-1\"{(_written == current ? " class=\"here\"" : "")}>")
                .Append(Encode(snippet.Text.Substring(range.Start, range.Length)))
                .Append("</mark>");
            end = range.Start + range.Length;
        }
        return new HtmlString(html.Append(Encode(snippet.Text[end..])).ToString());
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
