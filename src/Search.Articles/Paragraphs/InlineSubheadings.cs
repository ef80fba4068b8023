using System.Collections.Frozen;

namespace Search.Articles.Paragraphs;

/// <summary>
/// Finds subheadings that lost their line: "… at a warship. Vodka toasts During his visit …". Used only in texts of enormous lines.
/// </summary>
/// <remarks>
/// At a sentence's start, two to eight words of which only the first is capitalised, without a comma at their end, and then a new
/// capitalised start. Strong evidence is a word that is capitalised only because it starts a sentence ("During", "The"). Weaker is a
/// name that starts other sentences of the same text; then the words before must hold no verb that the list knows.
/// </remarks>
internal static class InlineSubheadings
{
    private const int MaxWords = 8;

    private static readonly FrozenSet<string> Links = new[]
    {
        "the", "a", "an", "of", "in", "on", "at", "by", "for", "to", "from", "with", "and", "or", "but", "as", "that", "than", "into", "over",
        "under", "after", "before", "between", "about", "against", "during", "near", "his", "her", "its", "their", "our", "my", "your", "this",
        "these", "those", "which", "who", "whose", "where", "when", "while", "if", "because", "not", "also", "both", "all", "some", "many",
        "most", "via", "per", "like", "through", "among", "around", "since", "until", "called", "named", "including",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Verbs = new[]
    {
        "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may",
        "might", "shall", "should", "must", "said", "says", "say", "told", "met", "made", "took", "gave", "went", "came", "saw", "got", "left",
        "held", "led", "won", "lost", "began", "became", "knew", "thought", "found", "kept", "put", "set", "sent", "spoke", "wrote", "ran", "beat",
        "fell", "rose", "paid", "built", "bought", "brought", "sold", "spent", "fled", "hit", "let", "cut", "shot", "quit", "urged",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Length of the subheading at each sentence start that has one.</summary>
    /// <param name="openings">First words of the article's sentences.</param>
    public static Dictionary<int, int> Find(string text, IReadOnlyList<int> sentences, IReadOnlySet<string> openings)
    {
        var found = new Dictionary<int, int>();
        for (var i = 0; i < sentences.Count; i++)
        {
            int end = i + 1 < sentences.Count ? sentences[i + 1] : text.Length;
            int length = LengthAt(text.AsSpan(sentences[i], end - sentences[i]), openings);
            if (length > 0) found.Add(sentences[i], length);
        }

        return found;
    }

    private static int LengthAt(ReadOnlySpan<char> sentence, IReadOnlySet<string> openings)
    {
        var words = 0;
        var previousEnd = 0;
        var hasVerb = false;
        var previous = ReadOnlySpan<char>.Empty;
        foreach (Range range in sentence.Split(' '))
        {
            ReadOnlySpan<char> word = sentence[range];
            if (word.IsEmpty) return 0;
            if (words == 0 && !char.IsUpper(word[0])) return 0;
            if (words >= 1 && char.IsUpper(word[0]))
                return words >= 2 && IsBreak(previous, word, hasVerb, openings) && IsSentence(sentence[range.Start..]) ? previousEnd : 0;
            if (++words > MaxWords || words > 1 && !char.IsLower(word[0])) return 0;
            if (words == 1 && Abbreviations.IsSentenceStarter(word.TrimEnd(',')) && word is not ("The" or "A" or "An" or "How" or "Why" or "What")) return 0;
            hasVerb |= Verbs.Contains(word.ToString()) || word.EndsWith("ed") && words > 1;
            previous = word;
            previousEnd = range.End.GetOffset(sentence.Length);
        }

        return 0;
    }

    private static bool IsBreak(ReadOnlySpan<char> before, ReadOnlySpan<char> next, bool hasVerb, IReadOnlySet<string> openings)
    {
        if (!char.IsLetterOrDigit(before[^1]) || Links.Contains(before.ToString())) return false;
        if (Abbreviations.IsSentenceStarter(next)) return true;
        return !hasVerb && openings.Contains(next.ToString());
    }

    // What follows must be long enough for a sentence of its own, with lower-case words in it.
    private static bool IsSentence(ReadOnlySpan<char> rest)
    {
        int words = 0, small = 0;
        foreach (Range range in rest.Split(' '))
        {
            words++;
            if (!rest[range].IsEmpty && char.IsLower(rest[range][0])) small++;
        }

        return words >= 5 && small >= 2;
    }

    /// <summary>Adds the first words of a text's sentences: those that start with a capital.</summary>
    public static void AddOpenings(string text, IReadOnlyList<int> sentences, ISet<string> openings)
    {
        foreach (int start in sentences)
        {
            int end = text.IndexOf(' ', start);
            if (end > start && char.IsUpper(text[start]) && char.IsLetter(text[end - 1])) openings.Add(text[start..end]);
        }
    }
}
