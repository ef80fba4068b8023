using System.Globalization;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>What each kind of filter asks the index for.</summary>
internal static class FacetFilters
{
    /// <summary>The column, and keyword field, of a kind of value.</summary>
    public static string ColumnOf(FacetField field) => field switch
    {
        FacetField.Outlet => ArticleFields.Outlet,
        FacetField.Author => ArticleFields.Author,
        FacetField.Name => ArticleFields.Name,
        FacetField.Place => ArticleFields.Place,
        _ => ArticleFields.Published,
    };

    /// <summary>The paragraphs with a value, excluded or not.</summary>
    /// <exception cref="QueryException">A month is not written like one.</exception>
    public static Query ToQuery(FacetFilter filter)
    {
        if (filter.Field != FacetField.Month)
            return new TermQuery(new Term(ColumnOf(filter.Field), filter.Value));
        DateTimeOffset month = MonthOf(filter.Value);
        return QueryFilters.Between(month, month < LastMonth ? month.AddMonths(1) : null);
    }

    /// <summary>The name of a month, <c>2023-09</c>.</summary>
    public static string NameOf(DateTimeOffset month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static DateTimeOffset LastMonth { get; } = new(9999, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset MonthOf(string value) =>
        DateTimeOffset.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset month)
            ? month
            : throw new QueryException($"A month is written as 2023-09, not \"{value}\".");
}
