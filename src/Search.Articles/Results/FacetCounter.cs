using Search.Articles.Ranking;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Search;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Facets;

namespace Search.Articles.Results;

/// <summary>Counts articles by outlet, author, name, place and month, and by day for the histogram.</summary>
/// <remarks>
/// An article counts once for a value, however many of its matching paragraphs have it. A field with chosen alternatives is counted
/// sideways: over what matches everything else. So is each excluded value.
/// </remarks>
internal sealed class FacetCounter
{
    private const int MaxValues = 50;

    private readonly IReadOnlyList<FacetFilter> _filters;
    private readonly TextFacets[] _texts; // by field
    private readonly Histogram _months = NewMonths();
    private readonly Histogram _days = new(ArticleFields.Published, HistogramInterval.Fixed(DateHistogram.SecondsOfDay), oncePer: ArticleFields.Article);
    private readonly Dictionary<FacetFilter, ICollector> _excluded = [];

    public FacetCounter(IndexSearcher searcher, IReadOnlyList<FacetFilter> filters, IReadOnlyList<FacetDimension> dimensions)
    {
        _filters = filters;
        _texts = [.. TextFields.Select(field => NewTexts(searcher, field))];
        Sideways = [.. dimensions.Select(dimension => new DrillDimension(dimension.Filter, CounterOf(searcher, dimension)))];
        OfHits =
        [
            .. TextFields.Where(field => !IsChosen(dimensions, field)).Select(field => _texts[(int)field]),
            .. IsChosen(dimensions, FacetField.Month) ? [] : new[] { _months },
            _days,
        ];
    }

    /// <summary>What receives the results themselves.</summary>
    public IReadOnlyList<ICollector> OfHits { get; }

    /// <summary>What receives the results as if one filter were not, each with that filter.</summary>
    public IReadOnlyList<DrillDimension> Sideways { get; }

    private static FacetField[] TextFields { get; } = [FacetField.Outlet, FacetField.Author, FacetField.Name, FacetField.Place];

    /// <summary>A group for each field.</summary>
    public IReadOnlyList<FacetGroup> Groups() =>
    [
        .. TextFields.Select(field => new FacetGroup(field, Values(
            field, _texts[(int)field].Top(MaxValues).Select(entry => (entry.Value, entry.Count)), value => _texts[(int)field].CountOf(value)))),
        new FacetGroup(FacetField.Month, [.. Values(FacetField.Month, Months(_months), CountOf(_months)).OrderBy(value => value.Value, StringComparer.Ordinal)]),
    ];

    /// <summary>The bars of the results' dates.</summary>
    public IReadOnlyList<HistogramBar> Bars() => DateHistogram.Bars(_days.Buckets());

    // Values that nothing was counted for are listed all the same when they are chosen or excluded: else nobody could take them off.
    private FacetValue[] Values(FacetField field, IEnumerable<(string Value, long Count)> counted, Func<string, long> countOf)
    {
        var selected = Chosen(field, isExcluded: false);
        var excluded = Chosen(field, isExcluded: true);
        return
        [
            .. counted.Where(entry => !selected.Contains(entry.Value) && !excluded.Contains(entry.Value))
                .Concat(selected.Except(excluded).Select(value => (Value: value, Count: countOf(value))))
                .Concat(excluded.Select(value => (Value: value, Count: CountOfExcluded(field, value))))
                .OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Value, StringComparer.Ordinal)
                .Select(entry => new FacetValue(entry.Value, (int)entry.Count, selected.Contains(entry.Value), excluded.Contains(entry.Value))),
        ];
    }

    private HashSet<string> Chosen(FacetField field, bool isExcluded) =>
        _filters.Where(filter => filter.Field == field && filter.IsExcluded == isExcluded).Select(filter => filter.Value).ToHashSet(StringComparer.Ordinal);

    private long CountOfExcluded(FacetField field, string value) => _excluded[new FacetFilter(field, value, IsExcluded: true)] switch
    {
        TextFacets texts => texts.CountOf(value),
        Histogram months => CountOf(months)(value),
        _ => 0,
    };

    private ICollector CounterOf(IndexSearcher searcher, FacetDimension dimension)
    {
        if (dimension.Excluded is not { } value)
            return dimension.Field == FacetField.Month ? _months : _texts[(int)dimension.Field];
        ICollector counter = dimension.Field == FacetField.Month ? NewMonths() : NewTexts(searcher, dimension.Field);
        _excluded.Add(new FacetFilter(dimension.Field, value, IsExcluded: true), counter);
        return counter;
    }

    private static bool IsChosen(IReadOnlyList<FacetDimension> dimensions, FacetField field) =>
        dimensions.Any(dimension => dimension.Field == field && dimension.Excluded is null);

    private static TextFacets NewTexts(IndexSearcher searcher, FacetField field) => new(searcher, FacetFilters.ColumnOf(field), oncePer: ArticleFields.Article);

    private static Histogram NewMonths() => new(ArticleFields.Published, HistogramInterval.Month(TimeScale.Seconds), oncePer: ArticleFields.Article);

    private static Func<string, long> CountOf(Histogram months) => value => Months(months).FirstOrDefault(month => month.Value == value).Count;

    private static IEnumerable<(string Value, long Count)> Months(Histogram months) =>
        months.Buckets().Select(month => (FacetFilters.NameOf(DateHistogram.Moment(month.Value)), month.Count));
}
