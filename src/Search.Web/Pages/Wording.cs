using System.Globalization;
using Search.Articles.Searching;

namespace Search.Web.Pages;

/// <summary>How the pages write numbers, counted things and dates.</summary>
internal static class Wording
{
    private const string PageLanguage = "en";
    private const int LongestTag = 35;

    /// <summary>What to tell a browser of an article's language; null where it is that of the page, unknown or no language tag.</summary>
    public static string? Lang(this ArticleHeader article) =>
        article.Language is { Length: > 1 and <= LongestTag } tag && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !tag.Split('-')[0].Equals(PageLanguage, StringComparison.OrdinalIgnoreCase)
            ? tag
            : null;

    /// <summary>12 345 with thin spaces between thousands, as readers of every country understand it.</summary>
    public static string Grouped(this long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202F');

    /// <inheritdoc cref="Grouped(long)"/>
    public static string Grouped(this int number) => Grouped((long)number);

    /// <summary>The noun in the number that goes with a count: one article, two articles.</summary>
    public static string Of(this long number, string noun) => number == 1 ? noun : noun.EndsWith("ch", StringComparison.Ordinal) ? $"{noun}es" : $"{noun}s";

    /// <inheritdoc cref="Of(long, string)"/>
    public static string Of(this int number, string noun) => Of((long)number, noun);

    /// <summary>A short time: 0.8 ms, 12 ms.</summary>
    public static string Milliseconds(double time) => $"{time.ToString(time < 10 ? "0.#" : "0", CultureInfo.InvariantCulture)} ms";

    /// <summary>A heading as the name of a place on its page.</summary>
    public static string Anchor(string heading) => heading.ToLowerInvariant().Replace(' ', '-');

    /// <summary>A date for machines: the <c>datetime</c> of a <c>time</c> element.</summary>
    public static string ForMachines(this DateTimeOffset moment) => moment.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture);

    /// <summary>A day for people: 18 September 2023.</summary>
    public static string ForPeople(this DateTimeOffset moment) => moment.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The moment of publication as it is known: with the time where the source gives one, and whether its zone is known.</summary>
    public static string Publication(this ArticleHeader article, DateTimeOffset published) =>
        published.ToString(published.TimeOfDay == TimeSpan.Zero ? "d MMMM yyyy" : "d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)
        + (article.PublishedHasZone ? "" : " (no zone given)");

    /// <summary>The address of the original, when it leads to the web and nowhere else; else null.</summary>
    public static string? WebAddress(this ArticleHeader article) =>
        Uri.TryCreate(article.Url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.AbsoluteUri
            : null;
}
