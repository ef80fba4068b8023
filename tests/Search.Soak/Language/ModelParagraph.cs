using System.Text;

namespace Search.Soak.Language;

/// <summary>A text that knows its words and sentences.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tokens">Its words; the place in this list is the position.</param>
/// <param name="Sentences">Where its sentences start.</param>
public sealed record ModelParagraph(string Text, IReadOnlyList<ModelToken> Tokens, IReadOnlyList<int> Sentences)
{
    /// <summary>A random one.</summary>
    public static ModelParagraph Create(Random random, int mostSentences, int mostWords)
    {
        var text = new StringBuilder();
        var tokens = new List<ModelToken>();
        var sentences = new List<int>();
        for (int sentence = random.Next(1, mostSentences + 1); sentence > 0; sentence--)
        {
            sentences.Add(text.Length);
            for (int word = random.Next(1, mostWords + 1); word > 0; word--)
                tokens.Add(Append(text, random, word > 1 ? Separator(random) : ". "));
        }
        return new ModelParagraph(text.ToString().TrimEnd(), tokens, sentences);
    }

    /// <summary>The number of the sentence that holds a place of the text.</summary>
    public int SentenceAt(int offset) => Sentences.Count(start => start <= offset) - 1;

    private static ModelToken Append(StringBuilder text, Random random, string separator)
    {
        ModelWord word = ModelWord.All[random.Next(ModelWord.All.Count)];
        string written = random.Next(4) switch
        {
            0 => char.ToUpperInvariant(word.Text[0]) + word.Text[1..],
            1 when random.Next(4) == 0 => word.Text.ToUpperInvariant(),
            _ => word.Text,
        };
        int start = text.Length;
        text.Append(written).Append(random.Next(10) == 0 ? "'s" : "");
        int end = text.Length;
        text.Append(separator);
        return new ModelToken(word, written, start, end);
    }

    private static string Separator(Random random) => random.Next(12) switch { 0 => ", ", 1 => " – ", 2 => "-", _ => " " };
}
