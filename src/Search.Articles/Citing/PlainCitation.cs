using System.Text;

namespace Search.Articles.Citing;

/// <summary>A citation as sentences: authors, title, outlet and date, quotation, addresses.</summary>
internal static class PlainCitation
{
    public static string Write(CitedPassage source)
    {
        var text = new StringBuilder();
        if (source.Authors.Count > 0)
            text.Append(Sentence(string.Join(", ", source.Authors))).Append(' ');
        text.Append('“').Append(Sentence(source.Title)).Append("” ");
        string[] published = [.. new[] { source.Outlet, source.Date }.OfType<string>()];
        if (published.Length > 0)
            text.Append(Sentence(string.Join(", ", published))).Append(' ');
        text.Append('“').Append(source.Quote).Append("” ").Append(source.Permalink);
        if (source.Original is { } original)
            text.Append(" (original: ").Append(original).Append(')');
        return text.Append('\n').ToString();
    }

    private static string Sentence(string text) => text.EndsWith('.') || text.EndsWith('!') || text.EndsWith('?') || text.EndsWith('…') ? text : text + ".";
}
