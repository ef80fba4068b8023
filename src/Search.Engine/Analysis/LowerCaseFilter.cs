namespace Search.Engine.Analysis;

/// <summary>Lower-cases every token: simple mappings, code point by code point, whatever the culture.</summary>
/// <remarks>Source: search semantics notes, section 1.2. One thread at a time.</remarks>
public sealed class LowerCaseFilter(TokenStream input) : TokenFilter(input)
{
    /// <inheritdoc/>
    public override bool Next()
    {
        if (!Input.Next())
            return false;
        LowerCase.Apply(Token.MutableText);
        return true;
    }
}
