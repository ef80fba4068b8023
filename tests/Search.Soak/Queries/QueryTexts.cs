using System.Text;

namespace Search.Soak.Queries;

/// <summary>Query texts of all sorts: sound ones, nearly sound ones, noise, deep ones and long ones.</summary>
/// <param name="random">Where all choices come from.</param>
/// <param name="seeds">Texts to mutate.</param>
internal sealed class QueryTexts(Random random, IReadOnlyList<string> seeds)
{
    private const int MostMutations = 6;
    private const int LongestNoise = 60;
    private const int DeepestNesting = 2000;
    private const int MostWords = 3000;

    private static readonly string[] Pieces =
    [
        "+", "-", "!", "(", ")", "[", "]", "{", "}", "^", "~", "*", "?", ":", "\\", "/", "\"", "&&", "||", "&", "|", " AND ", " OR ", " NOT ", " TO ",
        " ", "\t", "\u3000", "\\u0041", "\\u00", "\\u", "\\\\", "^2", "^0.5", "^-1", "^1e9", "~2", "~0.7", "~99999999999", "~-1", "body:", "*:*", "key:", "title:",
        "rain", "storm", "2024", "k1*", "r?in", "*ain", "/ra.n/", "/[", "/(a|b)*{1,9}/", "[a TO b]", "{* TO m}", "[* TO *]", "\u0000", "\ud83d\ude00", "\ud800", "\udc00",
        "\ufffe", "\uffff", "é", "ß", "İ", "日本", "क्षि", "\u200b", "\u202e", "#", "<1-5>", "@", ".",
    ];

    private readonly QueryGrammarTexts _grammar = new(random);
    private readonly RegexpTexts _regexps = new(random);

    /// <summary>The next text.</summary>
    public string Next() => random.Next(100) switch
    {
        < 35 => _grammar.Next(),
        < 60 => Mutated(seeds[random.Next(seeds.Count)]),
        < 80 => Mutated(_grammar.Next()),
        < 89 => Soup(),
        < 90 => $"{(random.Next(2) == 0 ? "" : "body:")}/{_regexps.Next()}/ {(random.Next(3) == 0 ? _grammar.Next() : "")}",
        < 98 => Noise(),
        < 99 => Deep(),
        _ => Long(),
    };

    private string Mutated(string text)
    {
        var changed = new StringBuilder(text);
        for (int i = random.Next(1, MostMutations); i > 0; i--)
            Mutate(changed, text);
        return changed.ToString();
    }

    private void Mutate(StringBuilder text, string original)
    {
        int at = random.Next(text.Length + 1);
        switch (random.Next(6))
        {
            case 0:
                text.Insert(at, Piece());
                break;
            case 1:
                text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at));
                break;
            case 2 when at < text.Length:
                text[at] = (char)random.Next(32, 127);
                break;
            case 3 when original.Length > 0:
                int from = random.Next(original.Length);
                text.Insert(at, original.AsSpan(from, random.Next(original.Length - from + 1)));
                break;
            case 4:
                text.Length = at;
                break;
            default:
                string other = seeds[random.Next(seeds.Count)];
                text.Append(other, 0, random.Next(other.Length + 1));
                break;
        }
    }

    private string Soup()
    {
        var text = new StringBuilder();
        for (int i = random.Next(1, 20); i > 0; i--)
            text.Append(Piece());
        return text.ToString();
    }

    private string Noise()
    {
        var text = new char[random.Next(LongestNoise)];
        int limit = random.Next(4) switch { 0 => 128, 1 => 0x250, 2 => 0x3100, _ => 0x10000 };
        for (var i = 0; i < text.Length; i++)
            text[i] = (char)random.Next(limit);
        return new string(text);
    }

    // Groups in groups, closed or not; with operators and boosts between them.
    private string Deep()
    {
        int depth = random.Next(1, DeepestNesting);
        string opening = random.Next(5) switch { 0 => "(", 1 => "+(", 2 => "body:(", 3 => "a AND NOT (", _ => "(b " };
        string closing = random.Next(3) switch { 0 => ")", 1 => ")^2", _ => " c)" };
        var text = new StringBuilder().Insert(0, opening, depth).Append("rain");
        return text.Insert(text.Length, closing, random.Next(4) == 0 ? random.Next(DeepestNesting) : depth).ToString();
    }

    private string Long()
    {
        string word = random.Next(6) switch { 0 => "rain ", 1 => "+rain -storm ", 2 => "\"", 3 => "a", 4 => "w* ", _ => Piece() };
        return new StringBuilder().Insert(0, word, random.Next(1, MostWords)).ToString();
    }

    private string Piece() => Pieces[random.Next(Pieces.Length)];
}
