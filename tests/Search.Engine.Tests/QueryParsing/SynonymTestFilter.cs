using Search.Engine.Analysis;

namespace Search.Engine.Tests.QueryParsing;

/// <summary>The synonyms with which the golden files were made: fast = quick, tv = television, ny = new york (over two positions).</summary>
internal sealed class SynonymTestFilter(TokenStream input) : TokenFilter(input)
{
    private readonly Queue<(string Text, int Increment, int PositionLength)> _pending = [];

    public override bool Next()
    {
        if (_pending.TryDequeue(out (string Text, int Increment, int PositionLength) next))
            return Emit(next);
        if (!Input.Next())
            return false;
        string word = Token.Text.ToString();
        string? synonym = word switch { "fast" => "quick", "tv" => "television", "ny" => "new", _ => null };
        if (synonym is null)
            return true;
        int length = word == "ny" ? 2 : 1;
        _pending.Enqueue((word, 0, length));
        if (length == 2)
            _pending.Enqueue(("york", 1, 1));
        Token.SetText(synonym);
        return true;
    }

    public override void Reset()
    {
        Input.Reset();
        _pending.Clear();
    }

    private bool Emit((string Text, int Increment, int PositionLength) token)
    {
        Token.SetText(token.Text);
        Token.PositionIncrement = token.Increment;
        Token.PositionLength = token.PositionLength;
        return true;
    }
}
