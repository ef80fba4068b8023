namespace Search.Engine.Analysis;

/// <summary>Stems every token that is no keyword with Porter's algorithm; expects lower case.</summary>
/// <remarks>Source: search semantics notes, section 1.3. One thread at a time.</remarks>
public sealed class PorterStemFilter(TokenStream input) : TokenFilter(input)
{
    /// <inheritdoc/>
    public override bool Next()
    {
        if (!Input.Next())
            return false;
        if (!Token.IsKeyword)
            Token.Truncate(PorterStemmer.Stem(Token.MutableText));
        return true;
    }
}
