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

    /// <summary>Only paragraphs with all of these names.</summary>
    [FromQuery(Name = "name"), Description("Only paragraphs with all of these names; may be repeated.")]
    public string[]? Name { get; init; }

    /// <summary>Only paragraphs with all of these places.</summary>
    [FromQuery(Name = "place"), Description("Only paragraphs with all of these places; may be repeated.")]
    public string[]? Place { get; init; }

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
    [FromQuery(Name = "boost"), Description("Weight of a field: body, headline, lead, names or places, as in names:0; may be repeated.")]
    public string[]? Boost { get; init; }

    /// <summary>The search that these parameters ask for.</summary>
    /// <exception cref="ParameterException">A parameter has a value that it cannot have.</exception>
    internal ArticleQuery ToQuery(int paragraphsPerArticle) => new()
    {
        Text = Query ?? "",
        Limit = Limit is null ? 10
            : Limit is >= ArticleQuery.MinLimit and <= ArticleQuery.MaxLimit ? Limit.Value
            : throw new ParameterException("limit", $"limit is {ArticleQuery.MinLimit} to {ArticleQuery.MaxLimit}, not {Limit}"),
        Cursor = string.IsNullOrEmpty(Cursor) ? null : Cursor,
        Mode = OneOf("mode", Mode, QueryMode.Lenient),
        Filters = [.. Filters(FacetField.Outlet, Outlet), .. Filters(FacetField.Name, Name), .. Filters(FacetField.Place, Place)],
        From = Moment("from", From, endOfDay: false),
        Until = Moment("to", To, endOfDay: true),
        Sort = OneOf("sort", Sort, SortOrder.Relevance),
        Explain = Explain ?? false,
        Ranking = Weights(),
        ParagraphsPerArticle = paragraphsPerArticle,
    };

    private static IEnumerable<FacetFilter> Filters(FacetField field, string[]? values) =>
        (values ?? []).Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => new FacetFilter(field, value));

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
        if (Boost is not { Length: > 0 })
            return null;
        RankingProfile profile = RankingProfile.Default;
        foreach (string boost in Boost)
        {
            int colon = boost.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !float.TryParse(boost.AsSpan(colon + 1), CultureInfo.InvariantCulture, out float weight) || !(weight is >= 0 and <= 1000))
                throw new ParameterException("boost", $"a boost is a field and a weight from 0 to 1000, as in names:0, not \"{boost}\"");
            profile = boost[..colon] switch
            {
                "body" => profile with { Body = weight },
                "headline" => profile with { Headline = weight },
                "lead" => profile with { Lead = weight },
                "names" => profile with { Names = weight },
                "places" => profile with { Places = weight },
                string other => throw new ParameterException("boost", $"boosts are of body, headline, lead, names and places, not \"{other}\""),
            };
        }
        return profile;
    }
}
