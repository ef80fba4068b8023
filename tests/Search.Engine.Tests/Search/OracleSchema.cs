using System.Globalization;
using Search.Engine.Analysis;
using Search.Engine.QueryParsing;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Search;

/// <summary>How the oracle analyses the paragraphs' fields and reads query texts.</summary>
internal static class OracleSchema
{
    /// <summary>The analyzer of every field; README of <c>tests/oracle</c>.</summary>
    public static Analyzer Analyzer { get; } = CreateAnalyzer();

    /// <summary>The query of a line of a query file: <c>category, query[, filter]</c>.</summary>
    public static Query Parse(string line)
    {
        string[] parts = line.Split('\t');
        Query query = Parsed(parts[1]);
        return parts.Length < 3
            ? query
            : new BooleanQuery([new BooleanClause(query, Occur.Must), new BooleanClause(Parsed(parts[2]), Occur.Filter)]);
    }

    private static Query Parsed(string text) =>
        WithPoints(new QueryParser("body", Analyzer, new QueryParserOptions { AllowLeadingWildcard = true }).Parse(text));

    // The field date holds points: its ranges are days.
    private static Query WithPoints(Query query) =>
        query is TermRangeQuery { Field: "date" } range
            ? PointRangeQuery.Int64("date", Day(range.Low!.Text), Day(range.High!.Text))
            : query;

    private static long Day(string date) =>
        DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - new DateOnly(1970, 1, 1).DayNumber;

    private static PerFieldAnalyzer CreateAnalyzer()
    {
        var english = new EnglishAnalyzer();
        var keyword = new KeywordAnalyzer();
        return new PerFieldAnalyzer(new StandardAnalyzer(), new Dictionary<string, Analyzer>
        {
            ["title"] = english,
            ["body"] = english,
            ["id"] = keyword,
            ["article"] = keyword,
            ["source"] = keyword,
        });
    }
}
