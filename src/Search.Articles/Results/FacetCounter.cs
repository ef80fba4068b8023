using Search.Articles.Ranking;
using Search.Articles.Searching;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Facets;

namespace Search.Articles.Results;

/// <summary>Counts articles by outlet, author, name, place and month, and by day for the histogram.</summary>
/// <remarks>
/// An article counts once for a value, however many of its matching paragraphs have it. A field with chosen alternatives is counted
/// sideways: over what matches everything else. So is each excluded value.
/// </remarks>
internal sealed class FacetCounter : IDisposable
{
    private const int MaxValues = 50;

    private readonly IndexSnapshot _snapshot;
    private readonly FacetCounts _counts;
    private readonly IReadOnlyList<FacetFilter> _filters;
    private readonly Dictionary<FacetField, FacetCounts> _sidewaysOf = [];
    private readonly Dictionary<FacetFilter, FacetCounts> _excluded = [];

    public FacetCounter(IndexSnapshot snapshot, IReadOnlyList<FacetFilter> filters, IReadOnlyList<FacetDimension> dimensions)
    {
        _snapshot = snapshot;
        _filters = filters;
        _counts = new FacetCounts(snapshot.Searcher);
        Sideways = [.. dimensions.Select(dimension => new DrillDimension(dimension.Filter, CounterOf(dimension)))];
    }

    /// <summary>What receives the results as if one filter were not, each with that filter.</summary>
    public IReadOnlyList<DrillDimension> Sideways { get; }

    /// <summary>Counts the results themselves.</summary>
    public void CountHits(ParagraphMatches matches)
    {
        FacetField[] fields = [.. FacetCounts.Fields.Where(field => !_sidewaysOf.ContainsKey(field))];
        MatchReplay.Run(matches, _snapshot.Reader, _counts.Collectors(fields, perArticle: false));
        MatchReplay.RunOncePerArticle(matches, _snapshot.Reader, _counts.Collectors([.. fields.Append(FacetField.Month)], perArticle: true));
    }

    /// <summary>A group for each field.</summary>
    public IReadOnlyList<FacetGroup> Groups() => [.. FacetCounts.Fields.Select(field => new FacetGroup(field, Values(field)))];

    /// <summary>The bars of the results' dates.</summary>
    public IReadOnlyList<HistogramBar> Bars() => DateHistogram.Bars(_counts.Days());

    public void Dispose()
    {
        foreach (FacetCounts counts in _sidewaysOf.Values.Concat(_excluded.Values).Append(_counts))
            counts.Dispose();
    }

    // Values that nothing was counted for are listed all the same when they are chosen or excluded: else nobody could take them off.
    private FacetValue[] Values(FacetField field)
    {
        FacetCounts counts = _sidewaysOf.GetValueOrDefault(field, _counts);
        HashSet<string> selected = Chosen(field, isExcluded: false);
        HashSet<string> excluded = Chosen(field, isExcluded: true);
        IEnumerable<FacetValue> values = counts.Top(field, MaxValues)
            .Where(entry => !selected.Contains(entry.Value) && !excluded.Contains(entry.Value))
            .Concat(selected.Except(excluded).Select(value => (Value: value, Count: counts.CountOf(field, value))))
            .Concat(excluded.Select(value => (Value: value, Count: _excluded[new FacetFilter(field, value, IsExcluded: true)].CountOf(field, value))))
            .Select(entry => new FacetValue(entry.Value, (int)entry.Count, selected.Contains(entry.Value), excluded.Contains(entry.Value)));
        return field == FacetField.Month
            ? [.. values.OrderBy(value => value.Value, StringComparer.Ordinal)]
            : [.. values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)];
    }

    private HashSet<string> Chosen(FacetField field, bool isExcluded) =>
        _filters.Where(filter => filter.Field == field && filter.IsExcluded == isExcluded).Select(filter => filter.Value).ToHashSet(StringComparer.Ordinal);

    private ICollector CounterOf(FacetDimension dimension)
    {
        var counts = new FacetCounts(_snapshot.Searcher);
        if (dimension.Excluded is { } value)
            _excluded.Add(new FacetFilter(dimension.Field, value, IsExcluded: true), counts);
        else
            _sidewaysOf.Add(dimension.Field, counts);
        bool isOfArticle = FacetCounts.IsOfArticle(dimension.Field);
        ICollector collector = counts.Collectors([dimension.Field], isOfArticle);
        return isOfArticle ? new OncePerArticle(_snapshot.Blocks, collector) : collector;
    }
}
