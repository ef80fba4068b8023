using System.Text;

namespace Search.Engine.Search.Weights;

/// <summary>A wildcard pattern over the code points of a term.</summary>
/// <remarks>Immutable; shareable.</remarks>
internal sealed class WildcardPattern
{
    private const int AnyOne = -1;
    private const int AnyRun = -2;

    // Code points, or one of the two above.
    private readonly int[] _pattern;

    public WildcardPattern(string pattern)
    {
        var parsed = new List<int>();
        var escaped = false;
        foreach (Rune rune in pattern.EnumerateRunes())
        {
            if (!escaped && rune.Value == '\\')
            {
                escaped = true;
                continue;
            }
            parsed.Add(escaped ? rune.Value : rune.Value switch { '?' => AnyOne, '*' => AnyRun, _ => rune.Value });
            escaped = false;
        }
        // A backslash at the end stands for itself.
        if (escaped)
            parsed.Add('\\');
        _pattern = [.. parsed];
        LiteralPrefix = Encode(_pattern.TakeWhile(symbol => symbol >= 0));
    }

    /// <summary>What every term that fits starts with, as UTF-8.</summary>
    public byte[] LiteralPrefix { get; }

    /// <summary>Whether a term fits as a whole. Terms that are not UTF-8 fit nothing but by their replacement characters.</summary>
    public bool Matches(ReadOnlySpan<byte> term)
    {
        var symbol = 0;
        int runSymbol = -1;
        ReadOnlySpan<byte> rest = term;
        ReadOnlySpan<byte> runRest = default;
        while (!rest.IsEmpty)
        {
            Rune.DecodeFromUtf8(rest, out Rune rune, out int length);
            if (symbol < _pattern.Length && _pattern[symbol] == AnyRun)
            {
                runSymbol = ++symbol;
                runRest = rest;
            }
            else if (symbol < _pattern.Length && (_pattern[symbol] == AnyOne || _pattern[symbol] == rune.Value))
            {
                symbol++;
                rest = rest[length..];
            }
            else if (runSymbol >= 0)
            {
                // The last run takes one more character.
                Rune.DecodeFromUtf8(runRest, out _, out int taken);
                runRest = runRest[taken..];
                rest = runRest;
                symbol = runSymbol;
            }
            else
            {
                return false;
            }
        }
        while (symbol < _pattern.Length && _pattern[symbol] == AnyRun)
            symbol++;
        return symbol == _pattern.Length;
    }

    private static byte[] Encode(IEnumerable<int> codePoints)
    {
        var text = new StringBuilder();
        foreach (int codePoint in codePoints)
            text.Append(new Rune(codePoint).ToString());
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
