namespace Search.Engine.Analysis;

/// <summary>A copy of a token, kept by filters that emit a token in several forms.</summary>
internal sealed class SavedToken
{
    private char[] _buffer = new char[64];
    private int _length;
    private int _startOffset;
    private int _endOffset;
    private int _positionLength;
    private TokenType _type;
    private bool _isKeyword;

    public ReadOnlySpan<char> Text => _buffer.AsSpan(0, _length);

    public void Save(Token token)
    {
        ReadOnlySpan<char> text = token.Text;
        if (_buffer.Length < text.Length)
            _buffer = new char[Math.Max(text.Length, _buffer.Length * 2)];
        text.CopyTo(_buffer);
        _length = text.Length;
        _startOffset = token.StartOffset;
        _endOffset = token.EndOffset;
        _positionLength = token.PositionLength;
        _type = token.Type;
        _isKeyword = token.IsKeyword;
    }

    /// <summary>Makes the token what was saved, at the position of the token before it.</summary>
    public void RestoreAtSamePosition(Token token)
    {
        token.SetText(Text);
        token.StartOffset = _startOffset;
        token.EndOffset = _endOffset;
        token.PositionIncrement = 0;
        token.PositionLength = _positionLength;
        token.Type = _type;
        token.IsKeyword = _isKeyword;
    }
}
