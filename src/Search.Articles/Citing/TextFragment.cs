namespace Search.Articles.Citing;

/// <summary>Addresses that open a page at a passage, by the text directive of the WICG draft "URL Fragment Text Directives".</summary>
/// <remarks><c>#:~:text=start[,end]</c>: a short passage stands there whole, a long one by its first and last words.</remarks>
public static class TextFragment
{
    private const string Delimiter = ":~:";
    private const int MostWordsWhole = 12;
    private const int WordsAtEnds = 5;
    private const int LongestPart = 200;

    /// <summary>The address with a text directive; null when <paramref name="url"/> is no address on the web.</summary>
    /// <remarks>A fragment of the address stays in front of the directive; a directive that it had is replaced.</remarks>
    public static string? Link(string? url, string quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? original) || (original.Scheme != Uri.UriSchemeHttp && original.Scheme != Uri.UriSchemeHttps))
            return null;
        string address = original.AbsoluteUri;
        int directive = address.IndexOf(Delimiter, StringComparison.Ordinal);
        if (directive >= 0)
            address = address[..directive];
        address = address.TrimEnd('#');
        string text = Directive(quote);
        return text.Length == 0 ? address : $"{address}{(address.Contains('#', StringComparison.Ordinal) ? "" : "#")}{Delimiter}text={text}";
    }

    /// <summary>The value of <c>text=</c>, percent-encoded; empty for an empty text.</summary>
    public static string Directive(string quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        string[] words = CitedPassage.OneLine(quote).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string whole = string.Join(' ', words);
        if (words.Length <= MostWordsWhole && whole.Length <= LongestPart)
            return Encode(whole);
        if (words.Length < 2 * WordsAtEnds)
            return Encode(Cut(whole));
        return $"{Encode(Cut(string.Join(' ', words[..WordsAtEnds])))},{Encode(CutStart(string.Join(' ', words[^WordsAtEnds..])))}";
    }

    // Text without blanks, or with words that are none: a bounded piece, never half a surrogate pair.
    private static string Cut(string text) =>
        text.Length <= LongestPart ? text : text[..(char.IsHighSurrogate(text[LongestPart - 1]) ? LongestPart - 1 : LongestPart)];

    private static string CutStart(string text) =>
        text.Length <= LongestPart ? text : text[(char.IsLowSurrogate(text[^LongestPart]) ? text.Length - LongestPart + 1 : text.Length - LongestPart)..];

    // A dash, a comma and an ampersand have a meaning in a directive; only the dash is one that URLs leave as it is.
    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("-", "%2D", StringComparison.Ordinal);
}
