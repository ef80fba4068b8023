using System.Globalization;
using System.Text;
using Search.Articles.Searching;

namespace Search.Articles.Citing;

/// <summary>What a citation says, each text on one line: runs of white space and control characters are one blank.</summary>
internal sealed record CitedPassage(
    string Id, string Title, IReadOnlyList<string> Authors, string? Outlet, DateTimeOffset? Published, string Quote, string Permalink, string? Original)
{
    private const int LongestId = 100;

    /// <summary>18 September 2023; null without a date.</summary>
    public string? Date => Published?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static CitedPassage Create(ArticleHeader article, string quote, string permalink)
    {
        string text = OneLine(quote);
        return new CitedPassage(
            IdOf(permalink),
            OneLine(article.Headline ?? article.Title),
            [.. article.Authors.Select(OneLine).Where(author => author.Length > 0)],
            article.Outlet is { } outlet && OneLine(outlet) is { Length: > 0 } name ? name : null,
            article.Published,
            text,
            OneLine(permalink),
            TextFragment.Link(article.Url, text));
    }

    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes()) // a lone surrogate comes as U+FFFD
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
                line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }

    // The article and the paragraph of /a/{article}/{key}, in characters that every format takes for a key.
    private static string IdOf(string permalink)
    {
        int end = permalink.AsSpan().IndexOfAny('?', '#');
        string[] steps = (end < 0 ? permalink : permalink[..end]).Split('/', StringSplitOptions.RemoveEmptyEntries);
        string id = string.Concat(string.Join('-', steps.TakeLast(2)).Where(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));
        return id.Length == 0 ? "passage" : id[..Math.Min(id.Length, LongestId)];
    }
}
