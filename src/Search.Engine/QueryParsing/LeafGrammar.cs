using Search.Engine.Automata;
using Search.Engine.Search.Queries;

namespace Search.Engine.QueryParsing;

/// <summary>The leaves of a query: words, phrases, patterns and ranges with their boost, slop or edits.</summary>
/// <remarks>Source: search semantics notes, sections 4.2 and 4.4. Used for one text.</remarks>
internal sealed class LeafGrammar(LexerCursor tokens, LeafQueries queries, QueryParserOptions options)
{
    /// <summary>Whether a leaf starts with a token of this kind.</summary>
    public static bool StartsLeaf(LexerTokenKind kind) => kind is LexerTokenKind.Term or LexerTokenKind.Star or LexerTokenKind.PrefixTerm
        or LexerTokenKind.WildcardTerm or LexerTokenKind.RegexpTerm or LexerTokenKind.BareOperator or LexerTokenKind.Quoted
        or LexerTokenKind.RangeStart;

    /// <summary>Reads a leaf; null if it analysed to nothing.</summary>
    public Query? ReadLeaf(string? field)
    {
        LexerToken token = tokens.Take();
        if (token.Kind == LexerTokenKind.RangeStart)
            return ReadBoost(ReadRange(field, token));

        LexerToken? boost = null;
        LexerToken? slop = null;
        if (tokens.TryTake(LexerTokenKind.FuzzySlop, out LexerToken slopFirst))
        {
            slop = slopFirst;
            boost = ReadBoostNumber();
        }
        else if ((boost = ReadBoostNumber()) is not null && tokens.TryTake(LexerTokenKind.FuzzySlop, out LexerToken slopLast))
        {
            slop = slopLast;
        }
        Query? leaf = token.Kind == LexerTokenKind.Quoted ? Phrase(field, token, slop) : WordOrPattern(field, token, slop);
        return Boosted(leaf, boost);
    }

    /// <summary>The query, boosted if a boost follows.</summary>
    public Query? ReadBoost(Query? query) => Boosted(query, ReadBoostNumber());

    private LexerToken? ReadBoostNumber() =>
        tokens.TryTake(LexerTokenKind.Caret, out _) ? tokens.Require(LexerTokenKind.Number, "a number") : null;

    private static Query? Boosted(Query? query, LexerToken? boost)
    {
        if (boost is not { } number || query is null)
            return query;
        if (!JavaNumber.TryParse(number.Text, out float factor) || !float.IsFinite(factor))
            throw new QuerySyntaxException("the boost is too large", number.Start, number.Text.Length);
        return new BoostQuery(query, factor);
    }

    private Query? WordOrPattern(string? field, LexerToken token, LexerToken? slop)
    {
        try
        {
            return Word(field, token, slop);
        }
        catch (RegularExpressionException fault)
        {
            // Normalising may have changed lengths, so the place stays within the token.
            int position = Math.Min(token.Start + 1 + fault.Position, token.Start + token.Text.Length - 1);
            throw new QuerySyntaxException(fault.Reason, position, 1);
        }
        catch (TooComplexQueryException fault)
        {
            throw new QuerySyntaxException(fault.Message, token.Start, token.Text.Length);
        }
    }

    private Query? Word(string? field, LexerToken token, LexerToken? slop)
    {
        // A broken escape is an error in patterns too, although they keep their escapes.
        string text = QueryEscapes.Unescape(token.Text, token.Start);
        switch (token.Kind)
        {
            case LexerTokenKind.Star or LexerTokenKind.WildcardTerm:
                return Wildcard(field, token);
            case LexerTokenKind.PrefixTerm:
                return Prefix(field, token);
            case LexerTokenKind.RegexpTerm:
                return queries.Regexp(field, token.Text[1..^1]);
            default:
                if (token.Kind == LexerTokenKind.BareOperator)
                    text = text[..1]; // without the white space behind it
                return slop is null ? queries.Words(field, text) : queries.Fuzzy(field, text, Similarity(slop.Value));
        }
    }

    private Query Wildcard(string? field, LexerToken token)
    {
        if (field == "*" && token.Kind == LexerTokenKind.Star)
            return new MatchAllQuery();
        CheckLeadingWildcard(token, token.Text);
        return queries.Wildcard(field, token.Text);
    }

    private Query Prefix(string? field, LexerToken token)
    {
        string prefix = QueryEscapes.Unescape(token.Text.AsSpan(0, token.Text.Length - 1), token.Start);
        // Lucene looks at the unescaped text here, so an escaped star counts too.
        if (prefix.StartsWith('*'))
            CheckLeadingWildcard(token, prefix);
        return queries.Prefix(field, prefix);
    }

    private void CheckLeadingWildcard(LexerToken token, string text)
    {
        if (!options.AllowLeadingWildcard && text is ['*' or '?', ..])
            throw new QuerySyntaxException("a pattern cannot start with a wildcard", token.Start, token.Text.Length, "a letter first");
    }

    private Query? Phrase(string? field, LexerToken token, LexerToken? slop)
    {
        string text = QueryEscapes.Unescape(token.Text.AsSpan(1, token.Text.Length - 2), token.Start + 1);
        int distance = slop is { } number && JavaNumber.TryParse(number.Text.AsSpan(1), out float value) ? (int)value : options.PhraseSlop;
        if (distance < 0)
            throw new QuerySyntaxException("a slop cannot be negative", slop!.Value.Start, slop.Value.Text.Length);
        return queries.Phrase(field, text, distance);
    }

    // A number of edits, or below 1 a similarity.
    private float Similarity(LexerToken slop)
    {
        float similarity = JavaNumber.TryParse(slop.Text.AsSpan(1), out float value) ? value : options.FuzzyMinSimilarity;
        if (similarity < 0)
            throw new QuerySyntaxException("the number of edits cannot be negative", slop.Start, slop.Text.Length, "0, 1 or 2");
        if (similarity >= 1 && similarity != (int)similarity)
            throw new QuerySyntaxException("the number of edits must be whole", slop.Start, slop.Text.Length, "0, 1 or 2");
        return similarity;
    }

    private Query ReadRange(string? field, LexerToken start)
    {
        string? low = ReadRangeBound();
        tokens.Require(LexerTokenKind.RangeTo, "TO");
        string? high = ReadRangeBound();
        LexerToken end = tokens.Require(LexerTokenKind.RangeEnd, "] or }");
        return queries.Range(field, low, high, includeLow: start.Text == "[", includeHigh: end.Text == "]");
    }

    // Null for an open end: a star without quotes or backslash.
    private string? ReadRangeBound()
    {
        if (tokens.Current.Kind is not (LexerTokenKind.RangeText or LexerTokenKind.RangeQuoted or LexerTokenKind.RangeTo))
            throw tokens.Unexpected("an end of the range");
        LexerToken token = tokens.Take();
        if (token.Kind == LexerTokenKind.RangeQuoted)
            return QueryEscapes.Unescape(token.Text.AsSpan(1, token.Text.Length - 2), token.Start + 1);
        return token.Text == "*" ? null : QueryEscapes.Unescape(token.Text, token.Start);
    }
}
