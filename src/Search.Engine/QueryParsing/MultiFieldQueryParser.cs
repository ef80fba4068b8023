using Search.Engine.Analysis;
using Search.Engine.Search.Queries;

namespace Search.Engine.QueryParsing;

/// <summary>A query parser that looks for each word in several fields, of which one must have it.</summary>
/// <remarks>Source: search semantics notes, section 4.6. Immutable; shareable between threads.</remarks>
public sealed class MultiFieldQueryParser
{
    private readonly LeafQueries _leaves;
    private readonly QueryParserOptions _options;

    /// <summary>A parser.</summary>
    /// <param name="fields">The fields of clauses that name none; at least one.</param>
    /// <param name="analyzer">The analyzer that the fields were indexed with.</param>
    /// <param name="options">Lucene's defaults unless given.</param>
    /// <param name="boosts">Boosts of fields, for words and phrases.</param>
    /// <exception cref="ArgumentException">No fields, or options that contradict each other.</exception>
    public MultiFieldQueryParser(
        IReadOnlyList<string> fields,
        Analyzer analyzer,
        QueryParserOptions? options = null,
        IReadOnlyDictionary<string, float>? boosts = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentOutOfRangeException.ThrowIfZero(fields.Count, nameof(fields));
        ArgumentNullException.ThrowIfNull(analyzer);
        _options = options ?? new QueryParserOptions();
        _options.Check(nameof(options));
        var inner = new SingleFieldQueries(fields[0], analyzer, _options);
        _leaves = new MultiFieldQueries(inner, fields, boosts ?? new Dictionary<string, float>(), _options);
    }

    /// <summary>The query that a text means; one without clauses if all its words analysed to nothing.</summary>
    /// <exception cref="QuerySyntaxException">The text is not a query.</exception>
    public Query Parse(string text) => QueryParser.Parse(text, _leaves, _options);
}
