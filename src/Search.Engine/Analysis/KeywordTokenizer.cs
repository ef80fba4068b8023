namespace Search.Engine.Analysis;

/// <summary>Yields the whole text as one token, an empty one too.</summary>
/// <remarks>Source: search semantics notes, section 1.4. One thread at a time.</remarks>
public sealed class KeywordTokenizer : Tokenizer
{
    private bool _done;

    /// <inheritdoc/>
    public override bool Next()
    {
        if (_done)
            return false;
        _done = true;
        Token.ResetAttributes();
        Token.SetText(Input.Span);
        Token.EndOffset = Input.Length;
        return true;
    }

    /// <inheritdoc/>
    public override void End()
    {
        Token.ResetAttributes();
        Token.PositionIncrement = 0;
        Token.StartOffset = Token.EndOffset = Input.Length;
    }

    /// <inheritdoc/>
    public override void Reset() => _done = false;
}
