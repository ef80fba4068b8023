namespace Search.Engine.Analysis;

/// <summary>Yields the tokens of one text: <see cref="Next"/> until false, then <see cref="End"/>.</summary>
/// <remarks>Reused from text to text. One thread at a time.</remarks>
public abstract class TokenStream
{
    /// <summary>A stream whose tokens appear in <paramref name="token"/>.</summary>
    protected TokenStream(Token token) => Token = token;

    /// <summary>The current token, shared by the whole chain.</summary>
    public Token Token { get; }

    /// <summary>Moves to the next token; false at the end of the text.</summary>
    public abstract bool Next();

    /// <summary>
    /// After the last token: leaves the final offset (length of the text) in the token's offsets and the position increments
    /// of tokens that were removed after the last one in its position increment (0 if none).
    /// </summary>
    public abstract void End();

    /// <summary>Back to the start state for another text.</summary>
    public abstract void Reset();
}

/// <summary>The source of a chain: cuts a text into tokens.</summary>
public abstract class Tokenizer() : TokenStream(new Token())
{
    /// <summary>The text being cut.</summary>
    protected ReadOnlyMemory<char> Input { get; private set; }

    /// <summary>Starts another text, which must not change while it is being read.</summary>
    public void SetInput(ReadOnlyMemory<char> text)
    {
        Input = text;
        Reset();
    }
}

/// <summary>A link of a chain: changes, drops or adds tokens of its input.</summary>
public abstract class TokenFilter(TokenStream input) : TokenStream(input.Token)
{
    /// <summary>The stream before this one.</summary>
    protected TokenStream Input { get; } = input;

    /// <inheritdoc/>
    public override void End() => Input.End();

    /// <inheritdoc/>
    public override void Reset() => Input.Reset();
}
