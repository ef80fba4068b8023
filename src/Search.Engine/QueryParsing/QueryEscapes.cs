using System.Globalization;
using System.Text;

namespace Search.Engine.QueryParsing;

/// <summary>Backslashes in query texts (search semantics notes, section 4.4).</summary>
internal static class QueryEscapes
{
    private const string Special = "\\+-!():^[]\"{}~*?|&/";

    /// <summary>A text in which every character means itself to the parser.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            if (Special.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(character);
        }
        return escaped.ToString();
    }

    /// <summary>Takes the escapes out: a backslash goes, the character behind it stays; <c>\uXXXX</c> is a UTF-16 code unit.</summary>
    /// <param name="text">Part of the query text.</param>
    /// <param name="position">Where it stands there, for errors.</param>
    /// <exception cref="QuerySyntaxException">A backslash at the end or a broken code unit.</exception>
    public static string Unescape(ReadOnlySpan<char> text, int position)
    {
        if (!text.Contains('\\'))
            return text.ToString();
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }
            if (++i == text.Length)
                throw new QuerySyntaxException("a term cannot end with a backslash", position + i - 1, 1, "a character behind it");
            if (text[i] != 'u')
            {
                plain.Append(text[i]);
                continue;
            }
            plain.Append(CodeUnit(text, i + 1, position));
            i += 4;
        }
        return plain.ToString();
    }

    private static char CodeUnit(ReadOnlySpan<char> text, int start, int position)
    {
        for (int i = start; i < start + 4; i++)
        {
            if (i == text.Length)
                throw new QuerySyntaxException("an escaped code unit is cut short", position + start - 2, text.Length - start + 2, "four hexadecimal digits");
            if (!char.IsAsciiHexDigit(text[i]))
                throw new QuerySyntaxException($"'{text[i]}' is no hexadecimal digit", position + i, 1, "four hexadecimal digits");
        }
        return (char)int.Parse(text.Slice(start, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
