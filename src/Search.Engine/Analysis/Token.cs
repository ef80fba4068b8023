namespace Search.Engine.Analysis;

/// <summary>The current token of a stream; one object for the whole chain, changed in place.</summary>
/// <remarks>Contract: search semantics notes, section 1.0. One thread at a time.</remarks>
public sealed class Token
{
    private char[] _buffer = new char[64];
    private int _length;

    /// <summary>The token's text; valid until the next change.</summary>
    public ReadOnlySpan<char> Text => _buffer.AsSpan(0, _length);

    /// <summary>The token's text for changing in place; its length changes with <see cref="Truncate"/> and <see cref="SetText"/>.</summary>
    public Span<char> MutableText => _buffer.AsSpan(0, _length);

    /// <summary>Start in UTF-16 code units of the original field text.</summary>
    public int StartOffset { get; set; }

    /// <summary>End (exclusive) in UTF-16 code units of the original field text.</summary>
    public int EndOffset { get; set; }

    /// <summary>Distance in positions from the token before; 0 = same position.</summary>
    public int PositionIncrement { get; set; } = 1;

    /// <summary>How many positions the token spans.</summary>
    public int PositionLength { get; set; } = 1;

    /// <summary>What kind of text it is.</summary>
    public TokenType Type { get; set; }

    /// <summary>Whether stemmers must leave it alone.</summary>
    public bool IsKeyword { get; set; }

    /// <summary>Replaces the text.</summary>
    public void SetText(ReadOnlySpan<char> text)
    {
        if (text.Length > _buffer.Length)
            _buffer = new char[Math.Max(text.Length, _buffer.Length * 2)];
        text.CopyTo(_buffer);
        _length = text.Length;
    }

    /// <summary>Shortens the text to its first <paramref name="length"/> code units.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)_length, nameof(length));
        _length = length;
    }

    /// <summary>All but the text back to the defaults; a tokenizer calls it before it fills in a token.</summary>
    public void ResetAttributes()
    {
        StartOffset = 0;
        EndOffset = 0;
        PositionIncrement = 1;
        PositionLength = 1;
        Type = TokenType.Word;
        IsKeyword = false;
    }
}
