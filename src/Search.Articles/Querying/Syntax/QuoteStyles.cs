using System.Buffers;

namespace Search.Articles.Querying.Syntax;

/// <summary>Every style of quotes as straight double ones; the length stays the same, so places do too.</summary>
internal static class QuoteStyles
{
    // Curly, low, double-angle, full-width, double prime, corner brackets.
    private static readonly SearchValues<char> Double = SearchValues.Create("\"\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02\u2033\u300C\u300D\u300E\u300F");

    // Curly, low and single-angle; a straight one is an apostrophe unless it has its pair.
    private static readonly SearchValues<char> SingleOpening = SearchValues.Create("'\u2018\u2019\u201A\u201B\u2039\u203A");
    private static readonly SearchValues<char> SingleClosing = SearchValues.Create("'\u2018\u2019\u2039\u203A");

    public static string Straighten(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        source.CopyTo(target);
        var isQuoted = false;
        for (var i = 0; i < target.Length; i++)
        {
            if (target[i] == '\\')
            {
                i++;
            }
            else if (Double.Contains(target[i]))
            {
                target[i] = '"';
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && IsOpening(target, i) && Closing(target, i) is var end and > 0)
            {
                target[i] = '"';
                target[end] = '"';
                i = end;
            }
        }
    });

    private static bool IsOpening(ReadOnlySpan<char> text, int at) =>
        SingleOpening.Contains(text[at])
        && (at == 0 || char.IsWhiteSpace(text[at - 1]) || "(-+=:!".Contains(text[at - 1]))
        && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);

    // The end of the word that closes the quote; 0 when there is none, or when a double quote comes before.
    private static int Closing(ReadOnlySpan<char> text, int from)
    {
        for (int i = from + 1; i < text.Length && !Double.Contains(text[i]); i++)
        {
            if (text[i] == '\\')
                i++;
            else if (SingleClosing.Contains(text[i]) && !char.IsWhiteSpace(text[i - 1])
                && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || ")~^,.;".Contains(text[i + 1])))
                return i;
        }
        return 0;
    }
}
