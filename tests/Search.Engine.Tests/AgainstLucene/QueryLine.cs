using Search.Engine.Analysis;
using Search.Engine.QueryParsing;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>A line of a query file: category, query and perhaps filter, parted by tabs (README of <c>tests/oracle</c>).</summary>
internal sealed record QueryLine(string Category, string Query, string? Filter = null)
{
    private static readonly QueryParserOptions Options = new() { AllowLeadingWildcard = true };

    /// <summary>The lines of a file.</summary>
    public static IReadOnlyList<QueryLine> Read(string path) => [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Parse)];

    /// <summary>The line as it stands in a file.</summary>
    public override string ToString() => Filter is null ? $"{Category}\t{Query}" : $"{Category}\t{Query}\t{Filter}";

    /// <summary>The query, with the filter as a clause that does not score.</summary>
    /// <exception cref="QuerySyntaxException">Query or filter is not in the classic syntax.</exception>
    public Query ToQuery(Analyzer analyzer, string field = "body")
    {
        Query query = Parse(Query, analyzer, field);
        return Filter is null
            ? query
            : new BooleanQuery([new BooleanClause(query, Occur.Must), new BooleanClause(Parse(Filter, analyzer, field), Occur.Filter)]);
    }

    private static Query Parse(string text, Analyzer analyzer, string field) =>
        QueryParser.Parse(text, new SchemaQueryLeaves(field, analyzer, Options), Options);

    private static QueryLine Parse(string line)
    {
        string[] cells = line.Split('\t');
        return cells.Length == 1
            ? new QueryLine("query", cells[0])
            : new QueryLine(cells[0], cells[1], cells.Length > 2 && !string.IsNullOrWhiteSpace(cells[2]) ? cells[2] : null);
    }
}
