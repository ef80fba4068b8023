using Search.Engine.Search.Queries;

namespace Search.Engine.QueryParsing;

/// <summary>The structure of a query: operators, fields and groups, by recursive descent.</summary>
/// <remarks>Source: search semantics notes, section 4.2; the grammar stands in README.md. Used for one text.</remarks>
internal sealed class QueryGrammar(LexerCursor tokens, LeafGrammar leaves, LeafQueries queries, QueryParserOptions options)
{
    private const int MaxDepth = 250;
    private const string ExpectedClause = "a word, a phrase, a range or a group";

    private int _depth;

    /// <summary>The query of the whole text; one that matches nothing if all of it analysed to nothing.</summary>
    /// <exception cref="QuerySyntaxException">The text is not a query.</exception>
    public Query Parse()
    {
        Query? query = ReadQuery(field: null);
        if (tokens.Current.Kind != LexerTokenKind.End)
            throw tokens.Unexpected("an operator, another clause or the end");
        return query ?? new BooleanQuery([]);
    }

    // A field that is null stands for the parser's own.
    private Query? ReadQuery(string? field)
    {
        LexerToken start = tokens.Current;
        if (++_depth > MaxDepth)
            throw new QuerySyntaxException($"groups are nested more than {MaxDepth} deep", start.Start, start.Text.Length);
        var clauses = new ClauseList(options);
        try
        {
            ReadElement(clauses, field, first: true);
            while (StartsElement(tokens.Current.Kind))
                ReadElement(clauses, field, first: false);
            return clauses.ToQuery();
        }
        catch (TooManyClausesException)
        {
            throw new QuerySyntaxException($"more than {BooleanQuery.MaxClauseCount} clauses", start.Start, tokens.Current.Start - start.Start);
        }
        finally
        {
            _depth--;
        }
    }

    private void ReadElement(ClauseList clauses, string? field, bool first)
    {
        if (tokens.Current.Kind == LexerTokenKind.Term && RunGoesOn())
        {
            ReadRun(clauses, field);
            return;
        }
        Conjunction conjunction = first ? Conjunction.None : ReadConjunction();
        Modifier modifier = ReadModifier();
        clauses.Add(conjunction, modifier, ReadClause(field));
    }

    // Words without operators: analysed as one text unless the parser is told to split.
    private void ReadRun(ClauseList clauses, string? field)
    {
        List<string> words = [];
        bool more;
        do
        {
            more = RunGoesOn();
            LexerToken word = tokens.Take();
            words.Add(QueryEscapes.Unescape(word.Text, word.Start));
        }
        while (more);

        if (!options.SplitOnWhitespace)
        {
            clauses.AddRun(queries.Words(field, string.Join(' ', words)));
            return;
        }
        foreach (string word in words)
            clauses.Add(Conjunction.None, Modifier.None, queries.Words(field, word));
    }

    // Whether the next token is a word that has nothing of its own: no field, boost or edits, no operator behind it.
    private bool RunGoesOn() =>
        tokens.KindAhead(1) == LexerTokenKind.Term
        && tokens.KindAhead(2) is not (LexerTokenKind.Colon or LexerTokenKind.Star or LexerTokenKind.FuzzySlop or LexerTokenKind.Caret
            or LexerTokenKind.And or LexerTokenKind.Or);

    private Conjunction ReadConjunction()
    {
        if (tokens.TryTake(LexerTokenKind.And, out _))
            return Conjunction.And;
        return tokens.TryTake(LexerTokenKind.Or, out _) ? Conjunction.Or : Conjunction.None;
    }

    private Modifier ReadModifier()
    {
        if (tokens.TryTake(LexerTokenKind.Plus, out _))
            return Modifier.Required;
        return tokens.TryTake(LexerTokenKind.Minus, out _) || tokens.TryTake(LexerTokenKind.Not, out _) ? Modifier.Not : Modifier.None;
    }

    private Query? ReadClause(string? field)
    {
        if (tokens.Current.Kind is LexerTokenKind.Term or LexerTokenKind.Star && tokens.KindAhead(1) == LexerTokenKind.Colon)
        {
            LexerToken name = tokens.Take();
            tokens.Take();
            field = QueryEscapes.Unescape(name.Text, name.Start);
        }
        if (tokens.TryTake(LexerTokenKind.LeftParenthesis, out _))
        {
            Query? group = ReadQuery(field);
            tokens.Require(LexerTokenKind.RightParenthesis, "a closing parenthesis");
            return leaves.ReadBoost(group);
        }
        return LeafGrammar.StartsLeaf(tokens.Current.Kind) ? leaves.ReadLeaf(field) : throw tokens.Unexpected(ExpectedClause);
    }

    private static bool StartsElement(LexerTokenKind kind) =>
        kind is LexerTokenKind.And or LexerTokenKind.Or or LexerTokenKind.Not or LexerTokenKind.Plus or LexerTokenKind.Minus
            or LexerTokenKind.LeftParenthesis
        || LeafGrammar.StartsLeaf(kind);
}
