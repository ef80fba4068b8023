namespace Search.Engine.Analysis;

/// <summary>Drops the tokens that are members of a set; the positions they took stay free.</summary>
/// <remarks>Source: search semantics notes, section 1.2. One thread at a time.</remarks>
public sealed class StopFilter(TokenStream input, WordSet stopWords) : TokenFilter(input)
{
    // Increments of the tokens dropped since the last one that passed.
    private int _dropped;

    /// <inheritdoc/>
    public override bool Next()
    {
        _dropped = 0;
        while (Input.Next())
        {
            if (!stopWords.Contains(Token.Text))
            {
                Token.PositionIncrement += _dropped;
                return true;
            }
            _dropped += Token.PositionIncrement;
        }
        return false;
    }

    /// <inheritdoc/>
    public override void End()
    {
        Input.End();
        Token.PositionIncrement += _dropped;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        Input.Reset();
        _dropped = 0;
    }
}
