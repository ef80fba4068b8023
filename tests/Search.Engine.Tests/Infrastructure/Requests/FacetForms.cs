using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Facets;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Counts over all hits; the twin of the oracle's <c>FacetForms.java</c>, which tells the form.</summary>
internal static class FacetForms
{
    private const int MostStrings = 50;

    /// <summary>The counts of the hits, then those of each dimension.</summary>
    public static string Ours(IndexSearcher searcher, Query query, JsonElement request)
    {
        Facet[] own = Facets(searcher, request);
        if (!request.TryGetProperty("sideways", out JsonElement forms))
        {
            searcher.Search(query, CollectorOf(own));
            return Describe(own);
        }
        Facet[][] near = [.. forms.EnumerateArray().Select(form => Facets(searcher, form))];
        DrillDimension[] dimensions =
            [.. forms.EnumerateArray().Select((form, i) => new DrillDimension(QueryForms.Parse(form.GetProperty("filter")), CollectorOf(near[i])))];
        searcher.DrillSideways(query, dimensions, CollectorOf(own));
        return Describe(own) + string.Concat(near.Select(facets => $"\n   {Describe(facets)}"));
    }

    /// <summary>The same words for an answer of the oracle's.</summary>
    public static string Lucenes(JsonElement answer)
    {
        string own = Describe(answer.GetProperty("facets"));
        return answer.TryGetProperty("sideways", out JsonElement near)
            ? own + string.Concat(near.EnumerateArray().Select(facets => $"\n   {Describe(facets)}"))
            : own;
    }

    private static string Describe(JsonElement facets) =>
        string.Concat(facets.EnumerateArray().Select(facet => $" {{{string.Join(' ', facet.EnumerateArray().Select(entry => entry.GetString()))}}}"));

    private static string Describe(Facet[] facets) => string.Concat(facets.Select(facet => $" {{{string.Join(' ', facet.Entries())}}}"));

    private static MultiCollector CollectorOf(Facet[] facets) => new([.. facets.Select(facet => facet.Collector)]);

    private static Facet[] Facets(IndexSearcher searcher, JsonElement request) =>
        request.TryGetProperty("facets", out JsonElement forms) ? [.. forms.EnumerateArray().Select(form => FacetOf(searcher, form))] : [];

    private static Facet FacetOf(IndexSearcher searcher, JsonElement form)
    {
        JsonProperty kind = form.EnumerateObject().First();
        string column = kind.Value.GetString()!;
        switch (kind.Name)
        {
            case "strings":
                var strings = new TextFacets(searcher, column);
                return new Facet(strings, () => Entries(strings.Top(MostStrings)));
            case "numbers":
                var numbers = new NumberFacets(column);
                return new Facet(numbers, () => Entries(numbers.All()));
            case "ranges":
                var ranges = new RangeFacets(column, [.. form.GetProperty("bounds").EnumerateArray().Select((bound, i) =>
                    NumberRange.OfIntegers($"r{i}", bound[0].GetInt64(), bound[1].GetInt64()))]);
                return new Facet(ranges, () => Entries(ranges.Counts()));
            case "months":
                var months = new Histogram(column, HistogramInterval.Month(TimeScale.Days));
                return new Facet(months, () => Entries(months.Buckets()));
            default:
                throw new UnknownKindException($"facet {kind.Name}");
        }
    }

    private static IEnumerable<string> Entries(IEnumerable<FacetCount> counts) => counts.Select(entry => $"{entry.Value}={entry.Count}");

    private static IEnumerable<string> Entries(IEnumerable<NumberCount> counts) => counts.Select(entry => $"{entry.Value}={entry.Count}");

    /// <summary>What counts, and how to read it afterwards.</summary>
    private sealed record Facet(ICollector Collector, Func<IEnumerable<string>> Entries);
}
