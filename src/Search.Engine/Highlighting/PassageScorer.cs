namespace Search.Engine.Highlighting;

/// <summary>Scores a passage like a tiny document: rare labels, many of them, in a short passage near the start.</summary>
/// <remarks>BM25 with a pivot of 87 characters. Source: search semantics notes, section 6.3. All steps in 32-bit floats as stated there.</remarks>
internal static class PassageScorer
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;
    private const float Pivot = 87f;

    /// <param name="passage">The passage; its score is ignored.</param>
    /// <param name="contentLength">Length of the whole text.</param>
    /// <param name="frequencies">Number of marks of each label in the whole text.</param>
    public static float Score(Passage passage, int contentLength, IReadOnlyDictionary<string, int> frequencies)
    {
        float score = 0;
        int length = passage.End - passage.Start;
        foreach ((string label, int count) in CountByLabel(passage.Marks))
            score += TermFrequency(count, length) * Weight(contentLength, frequencies[label]);
        return score * StartNorm(passage.Start);
    }

    private static float Weight(int contentLength, int frequency)
    {
        float documents = 1 + contentLength / Pivot;
        return (K1 + 1) * (float)Math.Log(1 + ((documents + 0.5d) / (frequency + 0.5d)));
    }

    private static float TermFrequency(int count, int length)
    {
        float norm = K1 * ((1 - B) + B * (length / Pivot));
        return count / (count + norm);
    }

    private static float StartNorm(int start) => 1 + 1 / (float)Math.Log(Pivot + start);

    // In the order in which labels are first seen: the sum is rounded step by step.
    private static List<(string Label, int Count)> CountByLabel(IReadOnlyList<TextMark> marks)
    {
        var counts = new List<(string Label, int Count)>();
        foreach (TextMark mark in marks)
        {
            int index = counts.FindIndex(entry => entry.Label == mark.Label);
            if (index < 0)
                counts.Add((mark.Label, 1));
            else
                counts[index] = (mark.Label, counts[index].Count + 1);
        }
        return counts;
    }
}
