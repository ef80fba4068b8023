namespace Search.Articles.Paragraphs;

/// <summary>Cuts a text of enormous length into groups of sentences, at inline subheadings where there are any.</summary>
internal static class SentenceGroups
{
    private const int TargetLength = 600;
    private const int MinTail = 200;

    /// <summary>Start of each group in <paramref name="text"/> with the length of the subheading at it; the first starts at 0.</summary>
    /// <param name="sentences">Starts of the text's sentences.</param>
    /// <param name="subheadings">Length of the inline subheading at a sentence's start, by that start.</param>
    public static List<(int Start, int SubheadingLength)> Cut(
        string text, IReadOnlyList<int> sentences, IReadOnlyDictionary<int, int> subheadings)
    {
        var groups = new List<(int Start, int SubheadingLength)> { (0, subheadings.GetValueOrDefault(0)) };
        for (var i = 1; i < sentences.Count; i++)
        {
            int start = sentences[i];
            int subheading = subheadings.GetValueOrDefault(start);
            int sentenceEnd = i + 1 < sentences.Count ? sentences[i + 1] : text.Length;
            bool isFull = sentenceEnd - groups[^1].Start > TargetLength && text.Length - start >= MinTail;
            if (subheading > 0 || isFull) groups.Add((start, subheading));
        }

        return groups;
    }
}
