using System.Text;

namespace Search.Engine.Tests.Automata;

/// <summary>Random patterns and texts over a few characters, one of them outside the basic plane.</summary>
internal sealed class RandomPatterns(int seed)
{
    private static readonly string[] Letters = ["a", "b", "c", "1", "2", "\u00E9", "\u4E2D", "\U0001F600"];

    // Characters with a meaning stand beside letters, so that broken and odd expressions come up too.
    private static readonly string[] Pieces =
    [
        "a", "b", "c", "1", "2", "\u00E9", "\U0001F600", "|", "&", "~", "#", "@", ".", "?", "*", "+", "(", ")", "(a|b)", "[a-c]", "[^b]",
        "[\u00E9-\U0001F600]", "{1,2}", "{0,1}", "{2}", "{2,}", "<1-12>", "<02-31>", "\"ab\"", ".*", "~(a@)", "()", "\\*", "[", "]", "^", "-",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Up to so many letters.</summary>
    public string Text(int maxLength) => Draw(Letters, maxLength);

    /// <summary>A pattern of letters, question marks, stars and escapes.</summary>
    public string Wildcard(int maxLength) => Draw([.. Letters, "?", "?", "*", "*", "\\*", "\\?"], maxLength);

    /// <summary>What may be a regular expression.</summary>
    public string Expression(int maxLength) => Draw(Pieces, maxLength);

    /// <summary>A text with some of its letters left out, put in, exchanged or swapped.</summary>
    public string Mistyped(string text, int edits)
    {
        List<string> letters = [.. text.EnumerateRunes().Select(rune => rune.ToString())];
        for (var i = 0; i < edits; i++)
        {
            int at = _random.Next(letters.Count + 1);
            if (at < letters.Count && _random.Next(3) == 0)
                letters.RemoveAt(at);
            else if (at + 1 < letters.Count && _random.Next(2) == 0)
                (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
            else
                letters.Insert(at, Letters[_random.Next(Letters.Length)]);
        }
        return string.Concat(letters);
    }

    private string Draw(string[] pieces, int maxLength)
    {
        var text = new StringBuilder();
        for (int left = _random.Next(maxLength + 1); left > 0; left--)
            text.Append(pieces[_random.Next(pieces.Length)]);
        return text.ToString();
    }
}
