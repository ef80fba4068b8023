namespace Search.Soak.Language;

/// <summary>Tells whether a word of a text is the one that is asked for.</summary>
internal static class PlainWords
{
    public static bool Fits(ModelQuery.OneWord asked, ModelToken token) => asked switch
    {
        ModelQuery.Stem stem => token.Word.Stem == stem.Word.Stem,
        ModelQuery.Exact exact => token.Word == exact.Word,
        ModelQuery.Cased cased => token.Written == cased.Written,
        ModelQuery.Glob glob => FitsGlob(glob.Pattern, Folded(token)),
        ModelQuery.Fuzzy fuzzy => Distance(Folded(fuzzy.Word.Text), Folded(token)) <= fuzzy.Edits,
        ModelQuery.Regex regex => Folded(token) == regex.First.Text || Folded(token) == regex.Second.Text,
        ModelQuery.Gap => true,
        _ => false,
    };

    private static string Folded(ModelToken token) => Folded(token.Word.Text);

    private static string Folded(string text) => text.Replace('é', 'e');

    private static bool FitsGlob(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        if (pattern.IsEmpty)
            return text.IsEmpty;
        if (pattern[0] == '*')
            return FitsGlob(pattern[1..], text) || (!text.IsEmpty && FitsGlob(pattern, text[1..]));
        return !text.IsEmpty && (pattern[0] == '?' || pattern[0] == text[0]) && FitsGlob(pattern[1..], text[1..]);
    }

    // Letters put in, left out, changed, or exchanged with a neighbour that is not changed otherwise.
    private static int Distance(string x, string y)
    {
        var distances = new int[x.Length + 1, y.Length + 1];
        for (var i = 0; i <= x.Length; i++)
        {
            for (var j = 0; j <= y.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }
                int best = Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1;
                best = Math.Min(best, distances[i - 1, j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                    best = Math.Min(best, distances[i - 2, j - 2] + 1);
                distances[i, j] = best;
            }
        }
        return distances[x.Length, y.Length];
    }
}
