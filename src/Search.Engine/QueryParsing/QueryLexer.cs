namespace Search.Engine.QueryParsing;

/// <summary>Cuts a query text into tokens: the longest match wins, of equal ones the earlier rule.</summary>
/// <remarks>Source: search semantics notes, section 4.1. The last token is <see cref="LexerTokenKind.End"/> or <see cref="LexerTokenKind.Invalid"/>.</remarks>
internal sealed class QueryLexer
{
    private readonly string _text;
    private readonly List<LexerToken> _tokens = [];
    private int _position;
    private State _state = State.Default;

    private QueryLexer(string text) => _text = text;

    private enum State
    {
        Default,
        Boost, // behind ^: only a number, no white space
        Range, // between the brackets of a range
    }

    /// <summary>All tokens of a text.</summary>
    public static IReadOnlyList<LexerToken> Tokens(string text)
    {
        var lexer = new QueryLexer(text);
        while (lexer.Next())
        {
        }
        return lexer._tokens;
    }

    private bool Next()
    {
        if (_position == _text.Length)
        {
            Add(LexerTokenKind.End, 0);
            return false;
        }
        (LexerTokenKind kind, int length) = _state switch
        {
            State.Boost => (LexerTokenKind.Number, NumberLength()),
            State.Range => RangeToken(),
            _ => DefaultToken(),
        };
        if (length == 0)
        {
            Add(LexerTokenKind.Invalid, 1);
            return false;
        }
        if (kind == LexerTokenKind.End) // white space
            _position += length;
        else
            Add(kind, length);
        _state = kind switch
        {
            LexerTokenKind.Caret => State.Boost,
            LexerTokenKind.RangeStart => State.Range,
            LexerTokenKind.RangeEnd or LexerTokenKind.Number => State.Default,
            _ => _state,
        };
        return true;
    }

    private void Add(LexerTokenKind kind, int length)
    {
        _tokens.Add(new LexerToken(kind, _position, _text.Substring(_position, length)));
        _position += length;
    }

    private (LexerTokenKind Kind, int Length) DefaultToken()
    {
        char first = _text[_position];
        if (IsWhitespace(first))
            return (LexerTokenKind.End, 1);
        return first switch
        {
            '+' or '-' or '!' when _position + 1 < _text.Length && IsWhitespace(_text[_position + 1]) => (LexerTokenKind.BareOperator, 2),
            '+' => (LexerTokenKind.Plus, 1),
            '-' => (LexerTokenKind.Minus, 1),
            '!' => (LexerTokenKind.Not, 1),
            '(' => (LexerTokenKind.LeftParenthesis, 1),
            ')' => (LexerTokenKind.RightParenthesis, 1),
            ':' => (LexerTokenKind.Colon, 1),
            '^' => (LexerTokenKind.Caret, 1),
            '[' or '{' => (LexerTokenKind.RangeStart, 1),
            '"' => (LexerTokenKind.Quoted, QuotedLength()),
            '/' => (LexerTokenKind.RegexpTerm, DelimitedLength('/')),
            '~' => (LexerTokenKind.FuzzySlop, 1 + TermCharacters(_position + 1, wildcards: false)),
            _ => WordToken(),
        };
    }

    // Term, prefix, wildcard or operator word; length 0 if none starts here.
    private (LexerTokenKind Kind, int Length) WordToken()
    {
        int start = TermStartLength(_position);
        int plain = start == 0 ? 0 : start + TermCharacters(_position + start, wildcards: false);
        int withWildcards = plain;
        if (plain > 0 || _text[_position] is '*' or '?')
            withWildcards += TermCharacters(_position + plain, wildcards: true);
        if (withWildcards == plain)
            return (WordKind(_text.AsSpan(_position, plain)), plain);
        if (withWildcards == plain + 1 && _text[_position + plain] == '*')
            return (plain == 0 ? LexerTokenKind.Star : LexerTokenKind.PrefixTerm, withWildcards);
        return (LexerTokenKind.WildcardTerm, withWildcards);
    }

    private static LexerTokenKind WordKind(ReadOnlySpan<char> word) => word switch
    {
        "AND" or "&&" => LexerTokenKind.And,
        "OR" or "||" => LexerTokenKind.Or,
        "NOT" => LexerTokenKind.Not,
        _ => LexerTokenKind.Term,
    };

    private (LexerTokenKind Kind, int Length) RangeToken()
    {
        char first = _text[_position];
        if (first is ']' or '}')
            return (LexerTokenKind.RangeEnd, 1);
        int length = _text.AsSpan(_position).IndexOfAny(' ', ']', '}');
        if (length < 0)
            length = _text.Length - _position;
        if (first == ' ' || (length == 1 && IsWhitespace(first)))
            return (LexerTokenKind.End, 1);
        if (_text.AsSpan(_position, length) is "TO")
            return (LexerTokenKind.RangeTo, length);
        bool opensQuote = first == '"' && _position + 1 < _text.Length && _text[_position + 1] != '"'; // a quoted end is never empty
        int quoted = opensQuote ? DelimitedLength('"') : 0;
        return quoted >= length ? (LexerTokenKind.RangeQuoted, quoted) : (LexerTokenKind.RangeText, length);
    }

    // Digits, with a fraction if digits follow the point.
    private int NumberLength()
    {
        int end = SkipDigits(_position);
        if (end > _position && end < _text.Length && _text[end] == '.')
        {
            int fraction = SkipDigits(end + 1);
            if (fraction > end + 1)
                end = fraction;
        }
        return end - _position;
    }

    private int SkipDigits(int index)
    {
        while (index < _text.Length && char.IsAsciiDigit(_text[index]))
            index++;
        return index;
    }

    // A quote ends at the next quote that is not escaped; 0 if there is none.
    private int QuotedLength()
    {
        for (int i = _position + 1; i < _text.Length; i++)
        {
            if (_text[i] == '"')
                return i + 1 - _position;
            if (_text[i] == '\\')
                i++;
        }
        return 0;
    }

    // A backslash is also a character of its own here: the text may end at an escaped delimiter, if no other one follows.
    private int DelimitedLength(char delimiter)
    {
        var length = 0;
        for (int i = _position + 1; i < _text.Length; i++)
        {
            if (_text[i] != delimiter)
                continue;
            length = i + 1 - _position;
            if (_text[i - 1] != '\\')
                break;
        }
        return length;
    }

    private int TermCharacters(int start, bool wildcards)
    {
        int index = start;
        while (index < _text.Length)
        {
            int length = _text[index] is '-' or '+' || (wildcards && _text[index] is '*' or '?') ? 1 : TermStartLength(index);
            if (length == 0)
                break;
            index += length;
        }
        return index - start;
    }

    // Length of the character that can start a word, two for an escaped one; 0 if there is none.
    private int TermStartLength(int index)
    {
        char character = _text[index];
        if (character == '\\')
            return index + 1 < _text.Length ? 2 : 0;
        bool special = IsWhitespace(character) || "+-!():^[]\"{}~*?/".Contains(character, StringComparison.Ordinal);
        return special ? 0 : 1;
    }

    private static bool IsWhitespace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\u3000';
}
