using Search.Engine.Analysis.Tables;

namespace Search.Engine.Analysis;

/// <summary>Cuts a text into words, numbers, ideographs and emoji by the word boundary rules of Unicode (UAX #29).</summary>
/// <remarks>
/// <para>Source: search semantics notes, section 1.1. At each place the longest text that the automaton accepts is a token; where
/// it accepts none, one code point is passed over. The automaton looks at no more than <c>maxTokenLength</c> code units, so a
/// longer word comes out in pieces.</para>
/// <para>An unpaired surrogate belongs to no token, also at the end of the text, where Lucene loses the whole text.
/// One thread at a time.</para>
/// </remarks>
public sealed class StandardTokenizer : Tokenizer
{
    /// <summary>Lucene's limit, in UTF-16 code units.</summary>
    public const int DefaultMaxTokenLength = 255;

    private const int ClassOfNothing = 0;

    // Where the automaton stands behind a letter of ASCII, and behind any number of them.
    private static readonly int StateOfLetters = WordBreakMachine.Transitions[(WordBreakMachine.Start << WordBreakMachine.RowShift) + ClassOf('a')];

    private readonly int _maxTokenLength;
    private int _position;

    /// <summary>A tokenizer.</summary>
    /// <param name="maxTokenLength">Length in UTF-16 code units beyond which tokens are cut; positive.</param>
    public StandardTokenizer(int maxTokenLength = DefaultMaxTokenLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxTokenLength);
        _maxTokenLength = maxTokenLength;
    }

    /// <inheritdoc/>
    public override bool Next()
    {
        ReadOnlySpan<char> text = Input.Span;
        while (_position < text.Length)
        {
            if (text[_position] == ' ')
            {
                _position++; // no token starts with it
                continue;
            }
            ReadOnlySpan<char> rest = text[_position..];
            ReadOnlySpan<char> window = rest[..Math.Min(_maxTokenLength, rest.Length)];
            int length = LongestToken(window, AsciiLetters.CountAtStart(window), out TokenType type);
            if (length == 0)
            {
                _position += StartsWithPair(rest) ? 2 : 1;
                continue;
            }
            Token.ResetAttributes();
            Token.SetText(rest[..length]);
            Token.Type = type;
            Token.StartOffset = _position;
            Token.EndOffset = _position += length;
            return true;
        }
        return false;
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

    /// <summary>Length of the longest token at the start of the window; 0 if none starts there.</summary>
    /// <param name="letters">Number of ASCII letters with which the window starts, or any part of it: the automaton starts behind them.</param>
    internal static int LongestToken(ReadOnlySpan<char> window, int letters, out TokenType type)
    {
        int length = letters;
        type = letters > 0 ? TokenType.Alphanumeric : TokenType.Word;
        int state = letters > 0 ? StateOfLetters : WordBreakMachine.Start;
        for (int i = letters; i < window.Length;)
        {
            int characterClass = ClassAt(window, ref i);
            state = WordBreakMachine.Transitions[(state << WordBreakMachine.RowShift) + characterClass];
            if (state == WordBreakMachine.Dead)
                break;
            byte accepted = WordBreakMachine.Accepts[state];
            if (accepted != 0)
            {
                length = i;
                type = (TokenType)accepted;
            }
        }
        return length;
    }

    // The class of the code point at i; moves i behind it. Half a pair, also one that the window cuts, is nothing.
    private static int ClassAt(ReadOnlySpan<char> window, ref int i)
    {
        char unit = window[i++];
        if (!char.IsSurrogate(unit))
            return ClassOf(unit);
        if (!char.IsHighSurrogate(unit) || i == window.Length || !char.IsLowSurrogate(window[i]))
            return ClassOfNothing;
        return ClassOf(char.ConvertToUtf32(unit, window[i++]));
    }

    /// <summary>The number of the word break class of a code point.</summary>
    internal static int ClassOf(int codePoint)
    {
        int block = WordBreakClassTable.BlockNumbers[codePoint >> WordBreakClassTable.BlockShift];
        int place = codePoint & ((1 << WordBreakClassTable.BlockShift) - 1);
        return WordBreakClassTable.Blocks[(block << WordBreakClassTable.BlockShift) + place];
    }

    private static bool StartsWithPair(ReadOnlySpan<char> text) =>
        text.Length > 1 && char.IsSurrogatePair(text[0], text[1]);
}
