namespace Search.Engine.Analysis;

/// <summary>Cuts a text into maximal runs of characters of one kind.</summary>
/// <remarks>A run of more than 255 code units comes out in pieces that reach that length. One thread at a time.</remarks>
public abstract class CharacterRunTokenizer : Tokenizer
{
    private const int MaxTokenLength = 255;

    private int _position;

    /// <inheritdoc/>
    public override bool Next()
    {
        ReadOnlySpan<char> text = Input.Span;
        while (_position < text.Length && !IsTokenCharacterAt(text, _position, out int length))
            _position += length;
        if (_position >= text.Length)
            return false;

        int start = _position;
        while (_position < text.Length && _position - start < MaxTokenLength
               && IsTokenCharacterAt(text, _position, out int length))
        {
            _position += length;
        }
        Token.ResetAttributes();
        Token.SetText(text[start.._position]);
        Token.StartOffset = start;
        Token.EndOffset = _position;
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
    public override void Reset() => _position = 0;

    /// <summary>Whether a code point is part of tokens; an unpaired surrogate is asked for as itself.</summary>
    protected abstract bool IsTokenCharacter(int codePoint);

    private bool IsTokenCharacterAt(ReadOnlySpan<char> text, int index, out int length)
    {
        char unit = text[index];
        bool pair = char.IsHighSurrogate(unit) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
        length = pair ? 2 : 1;
        return IsTokenCharacter(pair ? char.ConvertToUtf32(unit, text[index + 1]) : unit);
    }
}
