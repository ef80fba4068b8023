namespace Search.Engine.QueryParsing;

/// <summary>Walks over the tokens of a query.</summary>
internal sealed class LexerCursor(IReadOnlyList<LexerToken> tokens)
{
    private int _index;

    /// <summary>The token under the cursor.</summary>
    public LexerToken Current => tokens[_index];

    /// <summary>The kind of a token ahead of the cursor.</summary>
    public LexerTokenKind KindAhead(int distance) => tokens[Math.Min(_index + distance, tokens.Count - 1)].Kind;

    /// <summary>The token under the cursor, which moves on; at the end it stays.</summary>
    public LexerToken Take() => _index < tokens.Count - 1 ? tokens[_index++] : tokens[_index];

    /// <summary>Takes a token of a kind; false if another one stands there.</summary>
    public bool TryTake(LexerTokenKind kind, out LexerToken token)
    {
        token = Current;
        if (token.Kind != kind)
            return false;
        Take();
        return true;
    }

    /// <summary>Takes a token of a kind.</summary>
    /// <exception cref="QuerySyntaxException">Another one stands there.</exception>
    public LexerToken Require(LexerTokenKind kind, string expected) =>
        TryTake(kind, out LexerToken token) ? token : throw Unexpected(expected);

    /// <summary>The error that the current token is.</summary>
    public QuerySyntaxException Unexpected(string expected)
    {
        LexerToken token = Current;
        string reason = token.Kind switch
        {
            LexerTokenKind.End => "the query ends too early",
            LexerTokenKind.Invalid when token.Text is "\"" or "/" => $"{token.Text} is not closed",
            _ => $"unexpected {token.Text}",
        };
        return new QuerySyntaxException(reason, token.Start, token.Text.Length, expected);
    }
}
