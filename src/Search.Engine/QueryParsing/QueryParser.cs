using Search.Engine.Analysis;
using Search.Engine.Search.Queries;

namespace Search.Engine.QueryParsing;

/// <summary>Turns query texts in Lucene's classic syntax into queries.</summary>
/// <remarks>Source: search semantics notes, section 4. Immutable; shareable between threads.</remarks>
public sealed class QueryParser
{
    private readonly LeafQueries _leaves;
    private readonly QueryParserOptions _options;

    /// <summary>A parser.</summary>
    /// <param name="defaultField">The field of clauses that name none.</param>
    /// <param name="analyzer">The analyzer that the fields were indexed with.</param>
    /// <param name="options">Lucene's defaults unless given.</param>
    /// <exception cref="ArgumentException">Options that contradict each other.</exception>
    public QueryParser(string defaultField, Analyzer analyzer, QueryParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(defaultField);
        ArgumentNullException.ThrowIfNull(analyzer);
        _options = options ?? new QueryParserOptions();
        _options.Check(nameof(options));
        _leaves = new SingleFieldQueries(defaultField, analyzer, _options);
    }

    /// <summary>The query that a text means; one without clauses if all its words analysed to nothing.</summary>
    /// <exception cref="QuerySyntaxException">The text is not a query.</exception>
    public Query Parse(string text) => Parse(text, _leaves, _options);

    /// <summary>A text that the parser takes as plain words: every character with a meaning gets a backslash, white space stays.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QueryEscapes.Escape(text);
    }

    internal static Query Parse(string text, LeafQueries queries, QueryParserOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new LexerCursor(QueryLexer.Tokens(text));
        var leaves = new LeafGrammar(tokens, queries, options);
        return new QueryGrammar(tokens, leaves, queries, options).Parse();
    }
}
