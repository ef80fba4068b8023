using System.Globalization;
using System.Text;

namespace Search.Articles.Querying.Syntax;

/// <summary>Backslashes: each takes the meaning from the character behind it.</summary>
internal static class QueryEscapes
{
    // Inside a word these mean nothing else.
    private const string Harmless = "-_.,'\u2019#@$%;/&";

    public static string Unescape(string text)
    {
        if (!text.Contains('\\'))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                i++;
            plain.Append(text[i]);
        }
        return plain.ToString();
    }

    /// <summary>Whether a star or question mark stands in the text that is not escaped.</summary>
    public static bool HasWildcard(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] is '*' or '?')
                return true;
        }
        return false;
    }

    /// <summary>A word so that it is read as that word.</summary>
    public static string Word(string text)
    {
        string escaped = Escape(text, Harmless);
        // A sign or an operator only is one where a word begins.
        return char.IsLetterOrDigit(escaped[0]) || escaped[0] == '\\' || escaped[0] == '_' ? WithoutOperator(escaped) : Start(escaped);
    }

    /// <summary>A pattern with backslashes before nothing but stars, question marks and backslashes.</summary>
    public static string NormalPattern(string raw)
    {
        var pattern = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\\' && i + 1 < raw.Length && raw[++i] is '*' or '?' or '\\')
                pattern.Append('\\');
            pattern.Append(raw[i]);
        }
        return pattern.ToString();
    }

    /// <summary>A pattern in its normal form so that it is read as that pattern.</summary>
    public static string Pattern(string pattern)
    {
        var escaped = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
                escaped.Append('\\').Append(pattern[++i]);
            else if (pattern[i] is '*' or '?')
                escaped.Append(pattern[i]);
            else if ((i == 0 && !char.IsLetterOrDigit(pattern[0]) && !char.IsSurrogate(pattern[0])) || NeedsEscape(pattern, i, Harmless))
                escaped.Append('\\').Append(pattern[i]);
            else
                escaped.Append(pattern[i]);
        }
        return escaped.ToString();
    }

    /// <summary>A text between quotes so that it is read as these words.</summary>
    public static string Quoted(string text) => Escape(text, Harmless + " !:+");

    private static string Start(string text) => char.IsHighSurrogate(text[0]) || char.IsSurrogate(text[0]) ? text : "\\" + text;

    private static string WithoutOperator(string word) => QueryOperators.IsOperator(word) ? "\\" + word : word;

    private static string Escape(string text, string harmless)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (NeedsEscape(text, i, harmless))
                escaped.Append('\\');
            escaped.Append(text[i]);
        }
        return escaped.ToString();
    }

    private static bool NeedsEscape(string text, int i, string harmless)
    {
        char c = text[i];
        if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            return false;
        // An apostrophe may open a quote, two ampersands are an operator.
        if (c is '\'' or '\u2019')
            return i == 0 || char.IsWhiteSpace(text[i - 1]) || "(-+=:!".Contains(text[i - 1], StringComparison.Ordinal);
        if (c == '&' && i + 1 < text.Length && text[i + 1] == '&')
            return true;
        return !harmless.Contains(c, StringComparison.Ordinal)
            && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format);
    }
}
