namespace Search.Articles.Reading;

/// <summary>How much of a header is taken from hostile sources: longer values are cut or left out, addresses are http or https.</summary>
internal static class HeaderLimits
{
    /// <summary>Most UTF-16 code units of a headline.</summary>
    public const int MaxHeadline = 1_000;

    /// <summary>Most UTF-16 code units of an outlet's or an author's name.</summary>
    public const int MaxName = 300;

    private const int MaxUrl = 2_000;
    private const int MaxLanguage = 35;
    private const int MaxAuthors = 100;

    /// <summary>The header within the limits.</summary>
    public static KnownHeader Apply(KnownHeader header) => header with
    {
        Headline = Line(header.Headline, MaxHeadline),
        Outlet = Line(header.Outlet, MaxName),
        Authors = [.. header.Authors.Select(author => Line(author, MaxName)).OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxAuthors)],
        Url = Url(header.Url),
        Language = Language(header.Language),
    };

    /// <summary>The address when it is one that a page may link to, else null.</summary>
    public static string? Url(string? url) =>
        url is { Length: <= MaxUrl } && Uri.TryCreate(url.Trim(), UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" ? url.Trim() : null;

    /// <summary>The language when it is a tag ("en", "pt-BR"), else null.</summary>
    public static string? Language(string? language) =>
        language is { Length: >= 2 and <= MaxLanguage } && language.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? language.ToLowerInvariant() : null;

    // One line without control characters, cut between characters.
    private static string? Line(string? text, int max)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var repairs = new List<string>();
        string clean = string.Join(' ', TextRepair.Clean(text, repairs).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (clean.Length <= max) return clean.Length == 0 ? null : clean;
        return clean[..(char.IsHighSurrogate(clean[max - 1]) ? max - 1 : max)];
    }
}
