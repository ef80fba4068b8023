using System.Text;

namespace Search.Articles.Names;

/// <summary>White space within names.</summary>
internal static class Spaces
{
    /// <summary>The text with each stretch of white space as one space.</summary>
    public static string Single(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny("\t\n\r\u00A0") && text.IndexOf("  ", StringComparison.Ordinal) < 0) return text.ToString();
        var single = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c)) single.Append(c);
            else if (single.Length > 0 && single[^1] != ' ') single.Append(' ');
        }
        return single.ToString();
    }
}
