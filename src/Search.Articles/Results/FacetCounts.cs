using Search.Articles.Ranking;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Search;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Facets;

namespace Search.Articles.Results;

/// <summary>Counts of the values of any fields over one set of paragraphs.</summary>
/// <remarks>What belongs to an article is the same on all its paragraphs: it is counted on one of them.</remarks>
internal sealed class FacetCounts(IndexSearcher searcher) : IDisposable
{
    private readonly Dictionary<FacetField, TextFacets> _texts = [];
    private Histogram? _days;

    /// <summary>All fields, in the order of answers.</summary>
    public static IReadOnlyList<FacetField> Fields { get; } = Enum.GetValues<FacetField>();

    /// <summary>Whether a field is one of articles; else it is one of paragraphs.</summary>
    public static bool IsOfArticle(FacetField field) => field is FacetField.Outlet or FacetField.Author or FacetField.Month;

    /// <summary>What counts some fields.</summary>
    /// <param name="perArticle">Whether the fields of articles, one paragraph each, or those of paragraphs.</param>
    public MultiCollector Collectors(IReadOnlyList<FacetField> fields, bool perArticle) => new(
    [
        .. fields.Where(field => field != FacetField.Month && IsOfArticle(field) == perArticle).Select(NewTexts),
        .. perArticle && fields.Contains(FacetField.Month) ? new ICollector[] { _days ??= new Histogram(ArticleFields.Published, HistogramInterval.Fixed(DateHistogram.SecondsOfDay)) } : [],
    ]);

    /// <summary>The values that were counted most often; of months all.</summary>
    public IEnumerable<(string Value, long Count)> Top(FacetField field, int most) =>
        field == FacetField.Month ? Months() : _texts[field].Top(most).Select(entry => (entry.Value, entry.Count));

    /// <summary>How often a value was counted.</summary>
    public long CountOf(FacetField field, string value) =>
        field == FacetField.Month ? Months().FirstOrDefault(month => month.Value == value).Count : _texts[field].CountOf(value);

    /// <summary>Articles by the first second of their day, ascending.</summary>
    public IReadOnlyList<NumberCount> Days() => _days?.Buckets() ?? [];

    public void Dispose()
    {
        foreach (TextFacets texts in _texts.Values)
            texts.Dispose();
    }

    private IEnumerable<(string Value, long Count)> Months() => Days()
        .GroupBy(day => FacetFilters.NameOf(DateHistogram.Moment(day.Value)), StringComparer.Ordinal)
        .Select(month => (month.Key, month.Sum(day => day.Count)));

    private TextFacets NewTexts(FacetField field) =>
        _texts[field] = new TextFacets(searcher, FacetFilters.ColumnOf(field), IsOfArticle(field) ? null : ArticleFields.Article);
}
