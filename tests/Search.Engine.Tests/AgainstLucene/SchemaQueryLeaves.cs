using System.Globalization;
using Search.Engine.Analysis;
using Search.Engine.QueryParsing;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>The leaves of the classic syntax as the oracle reads them: <c>date</c> and <c>ordinal</c> are points, not terms.</summary>
/// <remarks>A day is a date (<c>2019-05-01</c>) or its number from 1970-01-01; a star leaves an end open.</remarks>
internal sealed class SchemaQueryLeaves(string defaultField, Analyzer analyzer, QueryParserOptions options) : LeafQueries
{
    private const string Date = "date", Ordinal = "ordinal";

    private readonly SingleFieldQueries _terms = new(defaultField, analyzer, options);

    public override Query? Words(string? field, string text) => Point(field, text) ?? _terms.Words(field, text);

    public override Query? Phrase(string? field, string text, int slop) => Point(field, text) ?? _terms.Phrase(field, text, slop);

    public override Query Prefix(string? field, string prefix) => _terms.Prefix(field, prefix);

    public override Query Wildcard(string? field, string pattern) => _terms.Wildcard(field, pattern);

    public override Query Regexp(string? field, string expression) => _terms.Regexp(field, expression);

    public override Query Fuzzy(string? field, string text, float similarity) =>
        _terms.Fuzzy(field, text, similarity);

    public override Query Range(string? field, string? low, string? high, bool includeLow, bool includeHigh) => field switch
    {
        Date => Days(low, high, includeLow, includeHigh),
        Ordinal => Ordinals(low, high, includeLow, includeHigh),
        _ => _terms.Range(field, low, high, includeLow, includeHigh),
    };

    private static PointRangeQuery? Point(string? field, string text) => field switch
    {
        Date => PointRangeQuery.Int64(Date, Day(text) ?? 0, Day(text) ?? 0),
        Ordinal => PointRangeQuery.Int32(Ordinal, int.Parse(text, CultureInfo.InvariantCulture), int.Parse(text, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static PointRangeQuery Days(string? low, string? high, bool includeLow, bool includeHigh)
    {
        long first = Day(low) is { } from ? from + (includeLow ? 0 : 1) : long.MinValue;
        long last = Day(high) is { } to ? to - (includeHigh ? 0 : 1) : long.MaxValue;
        return PointRangeQuery.Int64(Date, first, last);
    }

    private static PointRangeQuery Ordinals(string? low, string? high, bool includeLow, bool includeHigh)
    {
        int first = low is null ? int.MinValue : int.Parse(low, CultureInfo.InvariantCulture) + (includeLow ? 0 : 1);
        int last = high is null ? int.MaxValue : int.Parse(high, CultureInfo.InvariantCulture) - (includeHigh ? 0 : 1);
        return PointRangeQuery.Int32(Ordinal, first, last);
    }

    private static long? Day(string? text)
    {
        if (text is null or "*")
            return null;
        return text.IndexOf('-', StringComparison.Ordinal) > 0
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber
            : long.Parse(text, CultureInfo.InvariantCulture);
    }
}
