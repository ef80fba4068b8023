namespace Search.Articles.Paragraphs;

/// <summary>Enumerates the words of a text without copying: runs of letters and digits.</summary>
internal ref struct WordSplitter(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _start;
    private int _end;

    /// <summary>The word.</summary>
    public readonly ReadOnlySpan<char> Current => _text[_start.._end];

    /// <summary>First code unit of the word.</summary>
    public readonly int Start => _start;

    public readonly WordSplitter GetEnumerator() => this;

    public bool MoveNext()
    {
        _start = _end;
        while (_start < _text.Length && !char.IsLetterOrDigit(_text[_start])) _start++;
        _end = _start;
        while (_end < _text.Length && char.IsLetterOrDigit(_text[_end])) _end++;
        return _end > _start;
    }
}
