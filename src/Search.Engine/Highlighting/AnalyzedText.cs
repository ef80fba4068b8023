using Search.Engine.Analysis;
using Search.Engine.Search.Matching;

namespace Search.Engine.Highlighting;

/// <summary>A text cut into words once more: where positions stand that the index keeps without offsets.</summary>
internal sealed class AnalyzedText
{
    // In order of position; several forms may stand at one.
    private readonly List<Word> _words = [];

    private AnalyzedText()
    {
    }

    public static AnalyzedText Create(Analyzer analyzer, string field, string text)
    {
        var analyzed = new AnalyzedText();
        TokenStream stream = analyzer.Open(field, text);
        int position = -1;
        while (stream.Next())
        {
            Token token = stream.Token;
            position += token.PositionIncrement;
            analyzed._words.Add(new Word(position, token.StartOffset, token.EndOffset, token.Text.ToString()));
        }
        stream.End();
        return analyzed;
    }

    /// <summary>Offsets of the words from one position to another, both inclusive; false when no word stands at either.</summary>
    public bool TryFind(int startPosition, int endPosition, out int startOffset, out int endOffset)
    {
        int first = IndexOf(startPosition);
        int last = IndexOf(endPosition);
        startOffset = first < 0 ? -1 : _words[first].Start;
        endOffset = last < 0 ? -1 : _words[last].End;
        return first >= 0 && last >= 0;
    }

    /// <summary>The words of a phrase that take part in a match of it.</summary>
    public IEnumerable<TextMark> WordsOf(PhraseWords phrase, MatchInterval match)
    {
        int index = IndexOf(match.StartPosition);
        for (; index >= 0 && index < _words.Count && _words[index].Position <= match.EndPosition; index++)
        {
            Word word = _words[index];
            if (phrase.TakesPart(word.Text, word.Position, match))
                yield return new TextMark(word.Start, word.End, word.Text, match.Clause);
        }
    }

    // The first word at a position; -1 when there is none.
    private int IndexOf(int position)
    {
        var low = 0;
        int high = _words.Count;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_words[middle].Position < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low < _words.Count && _words[low].Position == position ? low : -1;
    }

    private readonly record struct Word(int Position, int Start, int End, string Text);
}
