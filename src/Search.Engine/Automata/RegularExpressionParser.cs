using System.Globalization;
using System.Text;

namespace Search.Engine.Automata;

/// <summary>Reads Lucene's regular expressions, all optional operators included.</summary>
/// <remarks>
/// <para>Search semantics notes, section 2.8. The grammar, loosest operator first:</para>
/// <code>
/// union     = intersect [ "|" union ]
/// intersect = concat [ "&amp;" intersect ]
/// concat    = repeat { repeat }                       until the end, ")", "|" or "&amp;"
/// repeat    = not { "?" | "*" | "+" | "{" n [ "," [ m ] ] "}" }
/// not       = { "~" } class
/// class     = "[" [ "^" ] item { item } "]" | simple         item = char [ "-" char ]
/// simple    = "." | "#" | "@" | '"' text '"' | "()" | "(" union ")" | "&lt;" n "-" m "&gt;" | char
/// char      = any character, or "\" and any character
/// </code>
/// <para>As in Lucene 8.8 a character with a meaning stands for itself where its meaning has no place: <c>*a</c>, <c>a||b</c> (a,
/// or a bar and b), <c>{2}</c>, <c>)</c> at the start; an item takes whatever character comes first, a <c>]</c> too. Anchors are
/// characters, <c>\d</c> is the letter d. One parser for one expression.</para>
/// </remarks>
internal sealed class RegularExpressionParser
{
    private const int MaxDepth = 250;

    private readonly int[] _characters;
    private readonly int[] _offsets;
    private int _next;
    private int _depth;

    private RegularExpressionParser(string expression)
    {
        var characters = new List<int>(expression.Length);
        var offsets = new List<int>(expression.Length + 1);
        foreach (Rune rune in expression.EnumerateRunes())
        {
            offsets.Add(offsets.Count == 0 ? 0 : offsets[^1] + (characters[^1] > char.MaxValue ? 2 : 1));
            characters.Add(rune.Value);
        }
        offsets.Add(expression.Length);
        _characters = [.. characters];
        _offsets = [.. offsets];
    }

    private bool AtEnd => _next == _characters.Length;

    /// <exception cref="RegularExpressionException">The text is no expression, or too deep.</exception>
    public static Expression Parse(string expression)
    {
        if (expression.Length == 0)
            return Expression.EmptyString;
        var parser = new RegularExpressionParser(expression);
        Expression whole = parser.ReadUnion();
        return parser.AtEnd ? whole : throw parser.Broken("nothing opens this parenthesis");
    }

    private Expression ReadUnion()
    {
        if (++_depth > MaxDepth)
            throw Broken($"more than {MaxDepth} parts inside one another");
        var parts = new List<Expression>();
        do
            parts.Add(ReadIntersection());
        while (Take('|'));
        _depth--;
        return Expression.Of(ExpressionKind.Union, parts);
    }

    private Expression ReadIntersection()
    {
        var parts = new List<Expression>();
        do
            parts.Add(ReadConcatenation());
        while (Take('&'));
        return Expression.Of(ExpressionKind.Intersection, parts);
    }

    private Expression ReadConcatenation()
    {
        var parts = new List<Expression>();
        do
            parts.Add(ReadRepetition());
        while (!AtEnd && !IsAt(')') && !IsAt('|') && !IsAt('&'));
        return Expression.Of(ExpressionKind.Concatenation, parts);
    }

    private Expression ReadRepetition()
    {
        Expression part = ReadComplement();
        for (int start = _depth; ; _depth++)
        {
            if (_depth > MaxDepth)
                throw Broken($"more than {MaxDepth} parts inside one another");
            if (Take('?'))
            {
                part = Expression.Repetition(part, 0, 1);
            }
            else if (Take('*'))
            {
                part = Expression.Repetition(part, 0, null);
            }
            else if (Take('+'))
            {
                part = Expression.Repetition(part, 1, null);
            }
            else if (Take('{'))
            {
                part = ReadBounds(part);
            }
            else
            {
                _depth = start;
                return part;
            }
        }
    }

    private Expression ReadBounds(Expression part)
    {
        int min = ReadNumber();
        int? max = min;
        if (Take(','))
            max = AtEnd || !char.IsAsciiDigit((char)_characters[_next]) ? null : ReadNumber();
        Require('}', "a closing brace");
        return Expression.Repetition(part, min, max);
    }

    private Expression ReadComplement()
    {
        var complements = 0;
        while (Take('~'))
            complements++;
        Expression part = ReadClass();
        return complements % 2 == 0 ? part : Expression.Complement(part);
    }

    private Expression ReadClass()
    {
        if (!Take('['))
            return ReadSimple();
        bool others = Take('^');
        var ranges = new List<(int, int)>();
        do
            ranges.Add(ReadItem());
        while (!AtEnd && !IsAt(']'));
        Require(']', "a closing bracket");
        Expression characters = Expression.Characters(ranges);
        return others ? Expression.OtherCharacters(characters) : characters;
    }

    private (int Min, int Max) ReadItem()
    {
        int start = _next;
        int min = ReadCharacter();
        int max = Take('-') ? ReadCharacter() : min;
        if (max < min)
        {
            _next = start;
            throw Broken("a range that runs backwards");
        }
        return (min, max);
    }

    private Expression ReadSimple()
    {
        if (Take('.'))
            return Expression.AnyCharacter;
        if (Take('#'))
            return Expression.Nothing;
        if (Take('@'))
            return Expression.AnyString;
        if (Take('"'))
            return Expression.Text(ReadUpTo('"', "a closing quote"));
        if (Take('<'))
            return ReadInterval();
        if (!Take('('))
        {
            int character = ReadCharacter();
            return Expression.Characters([(character, character)]);
        }
        if (Take(')'))
            return Expression.EmptyString;
        Expression group = ReadUnion();
        Require(')', "a closing parenthesis");
        return group;
    }

    private Expression ReadInterval()
    {
        int start = _next - 1;
        int[] inside = ReadUpTo('>', "a closing angle bracket");
        int dash = Array.IndexOf(inside, '-');
        if (dash > 0 && TryNumber(inside.AsSpan(..dash), out int min) && TryNumber(inside.AsSpan(dash + 1), out int max))
            return Expression.Interval(Math.Min(min, max), Math.Max(min, max), dash == inside.Length - dash - 1 ? dash : 0);
        _next = start;
        throw Broken("what stands in angle brackets is no interval of two numbers");
    }

    private int[] ReadUpTo(int end, string what)
    {
        int length = Array.IndexOf(_characters, end, _next) - _next;
        if (length < 0)
        {
            _next = _characters.Length;
            throw Broken($"{what} is missing");
        }
        int[] inside = _characters[_next..(_next + length)];
        _next += length + 1;
        return inside;
    }

    private int ReadCharacter()
    {
        Take('\\');
        return AtEnd ? throw Broken("a character is missing") : _characters[_next++];
    }

    private int ReadNumber()
    {
        int start = _next;
        while (!AtEnd && _characters[_next] is >= '0' and <= '9')
            _next++;
        if (TryNumber(_characters.AsSpan(start.._next), out int number))
            return number;
        bool missing = _next == start;
        _next = start;
        throw Broken(missing ? "a number is missing" : "a number that is too large");
    }

    private static bool TryNumber(ReadOnlySpan<int> digits, out int number)
    {
        var text = new StringBuilder(digits.Length);
        foreach (int digit in digits)
            text.Append(digit <= char.MaxValue ? (char)digit : 'x');
        return int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private bool IsAt(int character) => !AtEnd && _characters[_next] == character;

    private bool Take(int character)
    {
        if (!IsAt(character))
            return false;
        _next++;
        return true;
    }

    private void Require(int character, string what)
    {
        if (!Take(character))
            throw Broken($"{what} is missing");
    }

    private RegularExpressionException Broken(string reason) => new(reason, _offsets[_next]);
}
