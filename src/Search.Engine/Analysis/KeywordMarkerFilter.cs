namespace Search.Engine.Analysis;

/// <summary>Marks the members of a set as keywords, which stemmers leave alone.</summary>
/// <remarks>One thread at a time.</remarks>
public sealed class KeywordMarkerFilter(TokenStream input, WordSet keywords) : TokenFilter(input)
{
    /// <inheritdoc/>
    public override bool Next()
    {
        if (!Input.Next())
            return false;
        if (keywords.Contains(Token.Text))
            Token.IsKeyword = true;
        return true;
    }
}
