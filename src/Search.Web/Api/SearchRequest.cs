using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary>The parameters of a search, in the API and on the page.</summary>
public sealed record SearchRequest
{
    /// <summary>The query; empty or <c>*</c>: every paragraph.</summary>
    [FromQuery(Name = "q"), Description("Words, a \"phrase\", field:word, + - AND OR NOT, (groups), word^2, \"a b\"~3, prefix*. Empty or * means every paragraph.")]
    public string? Query { get; init; }

    /// <summary>Articles (or snippets) on a page.</summary>
    [FromQuery(Name = "limit"), Description("Articles (or snippets) on a page: 1 to 100, default 10.")]
    public int? Limit { get; init; }

    /// <summary>Where the page before ended.</summary>
    [FromQuery(Name = "cursor"), Description("The value of \"next\" in the answer before.")]
    public string? Cursor { get; init; }

    /// <summary>What to do with broken syntax.</summary>
    [FromQuery(Name = "mode"), Description("lenient (default) repairs broken syntax and says how; strict refuses it.")]
    public string? Mode { get; init; }

    /// <summary>Only these outlets.</summary>
    [FromQuery(Name = "outlet"), Description("Only these outlets; may be repeated.")]
    public string[]? Outlet { get; init; }

    /// <summary>Only these authors.</summary>
    [FromQuery(Name = "author"), Description("Only these authors; may be repeated.")]
    public string[]? Author { get; init; }

    /// <summary>Only paragraphs with all of these names.</summary>
    [FromQuery(Name = "name"), Description("Only paragraphs with all of these names; may be repeated.")]
    public string[]? Name { get; init; }

    /// <summary>Only paragraphs with all of these places.</summary>
    [FromQuery(Name = "place"), Description("Only paragraphs with all of these places; may be repeated.")]
    public string[]? Place { get; init; }

    /// <summary>Only these months of publication.</summary>
    [FromQuery(Name = "month"), Description("Only these months of publication, as in 2023-09; may be repeated.")]
    public string[]? Month { get; init; }

    /// <summary>None of these outlets.</summary>
    [FromQuery(Name = "not-outlet"), Description("None of these outlets; may be repeated.")]
    public string[]? NotOutlet { get; init; }

    /// <summary>None of these authors.</summary>
    [FromQuery(Name = "not-author"), Description("None of these authors; may be repeated.")]
    public string[]? NotAuthor { get; init; }

    /// <summary>None of these names.</summary>
    [FromQuery(Name = "not-name"), Description("None of these names; may be repeated.")]
    public string[]? NotName { get; init; }

    /// <summary>None of these places.</summary>
    [FromQuery(Name = "not-place"), Description("None of these places; may be repeated.")]
    public string[]? NotPlace { get; init; }

    /// <summary>None of these months.</summary>
    [FromQuery(Name = "not-month"), Description("None of these months; may be repeated.")]
    public string[]? NotMonth { get; init; }

    /// <summary>First day.</summary>
    [FromQuery(Name = "from"), Description("First day or moment of publication: 2023-09-18 or 2023-09-18T12:30:00Z.")]
    public string? From { get; init; }

    /// <summary>Last day.</summary>
    [FromQuery(Name = "to"), Description("Last day (inclusive) or moment (exclusive) of publication.")]
    public string? To { get; init; }

    /// <summary>Order of the articles.</summary>
    [FromQuery(Name = "sort"), Description("relevance (default), newest or oldest.")]
    public string? Sort { get; init; }

    /// <summary>Whether each paragraph carries the explanation of its score.</summary>
    [FromQuery(Name = "explain"), Description("true: each paragraph says what its score is made of.")]
    public bool? Explain { get; init; }

    /// <summary>Weights of fields.</summary>
    [FromQuery(Name = "boost"), Description("Weight of a part of the score: body, article, headline, lead, names, places or proximity, as in names:0; may be repeated.")]
    public string[]? Boost { get; init; }

    /// <summary>Paragraphs around each that matches.</summary>
    [FromQuery(Name = "context"), Description("Paragraphs before and after each that matches: 0 (default) to 3.")]
    public int? Context { get; init; }

    /// <summary>Passages of each paragraph.</summary>
    [FromQuery(Name = "snippets"), Description("Passages shown of each paragraph: 1 to 5, default 2.")]
    public int? Snippets { get; init; }

    /// <summary>Paragraphs of each article.</summary>
    [FromQuery(Name = "per-article"), Description("Paragraphs shown of each article: 1 to 100; the API's default is 100.")]
    public int? PerArticle { get; init; }

    /// <summary>Whether near-identical articles are shown once.</summary>
    [FromQuery(Name = "fold"), Description("Near-identical articles: first (default) and longest show one of them, none shows each. Lists of paragraphs and exports show each.")]
    public string? Fold { get; init; }

    /// <summary>Weight of newness.</summary>
    [FromQuery(Name = "recency"), Description("What an article of the newest day adds to the score: 0 (default) to 100; older ones add less.")]
    public float? Recency { get; init; }

    /// <summary>How fast newness wears off.</summary>
    [FromQuery(Name = "recency-days"), Description("After so many days an article adds half as much for being new: 1 to 36500, default 30.")]
    public int? RecencyDays { get; init; }

    /// <summary>Whether words of the best results count too.</summary>
    [FromQuery(Name = "feedback"), Description("true: words that the best results have in common add to the score of others; the answer says which.")]
    public bool? Feedback { get; init; }

    /// <summary>The search that these parameters ask for.</summary>
    /// <param name="paragraphsPerArticle">Paragraphs of each article where the parameters do not say.</param>
    /// <exception cref="ParameterException">A parameter has a value that it cannot have.</exception>
    internal ArticleQuery ToQuery(int paragraphsPerArticle) => new()
    {
        Text = Query ?? "",
        Limit = Within("limit", Limit, ArticleQuery.MinLimit, ArticleQuery.MaxLimit, 10),
        Cursor = string.IsNullOrEmpty(Cursor) ? null : Cursor,
        Mode = OneOf("mode", Mode, QueryMode.Lenient),
        Filters = Filters(),
        From = Moment("from", From, endOfDay: false),
        Until = Moment("to", To, endOfDay: true),
        Sort = OneOf("sort", Sort, SortOrder.Relevance),
        Explain = Explain ?? false,
        Ranking = Weights(),
        ParagraphsPerArticle = Within("per-article", PerArticle, 1, ArticleQuery.MaxParagraphsPerArticle, paragraphsPerArticle),
        SnippetsPerParagraph = Within("snippets", Snippets, 1, ArticleQuery.MaxSnippetsPerParagraph, 2),
        Context = Within("context", Context, 0, ArticleQuery.MaxContext, 0),
        Fold = OneOf("fold", Fold, FoldMode.First),
        Feedback = Feedback ?? false,
    };

    private List<FacetFilter> Filters()
    {
        (FacetField Field, string[]? Chosen, string[]? Excluded)[] all =
        [
            (FacetField.Outlet, Outlet, NotOutlet), (FacetField.Author, Author, NotAuthor), (FacetField.Name, Name, NotName),
            (FacetField.Place, Place, NotPlace), (FacetField.Month, Month, NotMonth),
        ];
        var filters = new List<FacetFilter>();
        foreach ((FacetField field, string[]? chosen, string[]? excluded) in all)
        {
            filters.AddRange(Given(chosen).Select(value => new FacetFilter(field, value)));
            filters.AddRange(Given(excluded).Select(value => new FacetFilter(field, value, IsExcluded: true)));
        }
        if (filters.Count > ArticleQuery.MaxFilters)
            throw new ParameterException("outlet", $"there are {filters.Count} filters, more than {ArticleQuery.MaxFilters}");
        return filters;
    }

    private static IEnumerable<string> Given(string[]? values) => (values ?? []).Where(value => !string.IsNullOrWhiteSpace(value));

    private static int Within(string name, int? value, int least, int most, int fallback) =>
        value is null ? fallback
        : value >= least && value <= most ? value.Value
        : throw new ParameterException(name, $"{name} is {least} to {most}, not {value}");

    private static T OneOf<T>(string name, string? value, T fallback)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(value))
            return fallback;
        if (Enum.TryParse(value, ignoreCase: true, out T parsed) && !char.IsAsciiDigit(value[0]) && Enum.IsDefined(parsed))
            return parsed;
        string allowed = string.Join(", ", Enum.GetNames<T>().Select(option => option.ToLowerInvariant()));
        throw new ParameterException(name, $"{name} is one of {allowed}, not \"{value}\"");
    }

    private static DateTimeOffset? Moment(string name, string? value, bool endOfDay)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out DateTimeOffset day))
            return !endOfDay ? day : day.Date < DateTime.MaxValue.Date ? day.AddDays(1) : DateTimeOffset.MaxValue;
        if (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, Utc, out DateTimeOffset moment))
            return moment;
        throw new ParameterException(name, $"{name} is a day (2023-09-18) or a moment (2023-09-18T12:30:00Z), not \"{value}\"");
    }

    private RankingProfile? Weights()
    {
        if (Boost is not { Length: > 0 } && Recency is null && RecencyDays is null)
            return null;
        if (Recency is { } recency && !(recency is >= 0 and <= 100))
            throw new ParameterException("recency", $"recency is 0 to 100, not {recency.ToString(CultureInfo.InvariantCulture)}");
        RankingProfile profile = (Boost ?? []).Aggregate(RankingProfile.Default, WithBoost);
        return profile with
        {
            Recency = Recency ?? profile.Recency,
            RecencyDays = RecencyDays is null ? profile.RecencyDays : Within("recency-days", RecencyDays, 1, 36_500, 0),
        };
    }

    private static RankingProfile WithBoost(RankingProfile profile, string boost)
    {
        int colon = boost.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !float.TryParse(boost.AsSpan(colon + 1), CultureInfo.InvariantCulture, out float weight) || !(weight is >= 0 and <= 1000))
            throw new ParameterException("boost", $"a boost is a field and a weight from 0 to 1000, as in names:0, not \"{boost}\"");
        return profile.With(boost[..colon], weight)
            ?? throw new ParameterException("boost", $"boosts are of {string.Join(", ", RankingProfile.WeightNames)}, not \"{boost[..colon]}\"");
    }
}
