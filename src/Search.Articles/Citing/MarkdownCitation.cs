using System.Buffers;
using System.Text;

namespace Search.Articles.Citing;

/// <summary>A citation as CommonMark.</summary>
internal static class MarkdownCitation
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>&~|$");
    private static readonly SearchValues<char> BlockMarks = SearchValues.Create("#+-=:");

    public static string Write(CitedPassage source)
    {
        var text = new StringBuilder("> ").Append(Escape(source.Quote)).Append("\n\n— ");
        if (source.Authors.Count > 0)
            text.Append(Escape(string.Join(", ", source.Authors))).Append(", ");
        text.Append('[').Append(Escape(source.Title)).Append("](").Append(Destination(source.Permalink)).Append(')');
        if (source.Outlet is { } outlet)
            text.Append(", *").Append(Escape(outlet)).Append('*');
        if (source.Date is { } date)
            text.Append(", ").Append(date);
        if (source.Original is { } original)
            text.Append(" ([original](").Append(Destination(original)).Append("))");
        return text.Append('\n').ToString();
    }

    /// <summary>Text that Markdown shows as it is, at the beginning of a line too.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        int listMark = ListMark(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (Special.Contains(text[i]) || i == listMark || (i == 0 && BlockMarks.Contains(text[i])))
                escaped.Append('\\');
            escaped.Append(text[i]);
        }
        return escaped.ToString();
    }

    // "1. " and "1) " at the beginning are an ordered list.
    private static int ListMark(string text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        return digits is > 0 and < 10 && digits < text.Length && text[digits] is '.' or ')' ? digits : -1;
    }

    private static string Destination(string address) => address
        .Replace("\\", "%5C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal)
        .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);
}
