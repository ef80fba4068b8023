namespace Search.Engine.Analysis;

/// <summary>Drops <c>'s</c> from the end of tokens, with any of the three apostrophes; offsets stay those of the whole word.</summary>
/// <remarks>Source: search semantics notes, section 1.2. One thread at a time.</remarks>
public sealed class EnglishPossessiveFilter(TokenStream input) : TokenFilter(input)
{
    /// <inheritdoc/>
    public override bool Next()
    {
        if (!Input.Next())
            return false;
        if (Token.Text is [.., '\'' or '\u2019' or '\uFF07', 's' or 'S'])
            Token.Truncate(Token.Text.Length - 2);
        return true;
    }
}
