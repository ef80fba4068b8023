namespace Search.Engine.Analysis;

/// <summary>Yields each word in its exact form, behind <see cref="ExactMarker"/>, and as its stem, both at one position.</summary>
/// <remarks>Stems are Porter's; the stem of a keyword is the word. One thread at a time.</remarks>
/// <param name="input">The stream before this one; its tokens are in lower case.</param>
/// <param name="mode">Which of the two forms to yield.</param>
public sealed class ExactAndStemFilter(TokenStream input, ExactAndStemMode mode) : TokenFilter(input)
{
    /// <summary>First code unit of every exact form: a private-use character, which no token of the standard tokenizer contains.</summary>
    public const char ExactMarker = '\uE000';

    private readonly SavedToken _word = new();
    private char[] _marked = new char[64];
    private bool _stemFollows;

    /// <inheritdoc/>
    public override bool Next()
    {
        if (_stemFollows)
        {
            _stemFollows = false;
            _word.RestoreAtSamePosition(Token);
            Stem();
            return true;
        }
        if (!Input.Next())
            return false;
        if (mode == ExactAndStemMode.StemOnly)
        {
            Stem();
            return true;
        }
        if (mode == ExactAndStemMode.Both)
        {
            _word.Save(Token);
            _stemFollows = true;
        }
        Mark();
        return true;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        Input.Reset();
        _stemFollows = false;
    }

    private void Stem()
    {
        if (!Token.IsKeyword)
            Token.Truncate(PorterStemmer.Stem(Token.MutableText));
    }

    private void Mark()
    {
        int length = Token.Text.Length + 1;
        if (_marked.Length < length)
            _marked = new char[Math.Max(length, _marked.Length * 2)];
        _marked[0] = ExactMarker;
        Token.Text.CopyTo(_marked.AsSpan(1));
        Token.SetText(_marked.AsSpan(0, length));
    }
}
