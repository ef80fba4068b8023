namespace Search.Engine.Highlighting;

/// <summary>Groups marks into passages along sentence boundaries and keeps the best.</summary>
/// <remarks>Source: search semantics notes, sections 6.3 and 6.5.</remarks>
internal static class PassageFinder
{
    /// <param name="marks">In order of start, then end, then label.</param>
    /// <param name="boundaries">Ascending sentence boundaries of the text, 0 and the length included.</param>
    /// <param name="contentLength">Length of the text.</param>
    /// <param name="maxPassages">At least 1.</param>
    /// <returns>The best passages in order of their start; empty when nothing is marked.</returns>
    public static IReadOnlyList<Passage> Find(
        IReadOnlyList<TextMark> marks, IReadOnlyList<int> boundaries, int contentLength, int maxPassages)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxPassages);
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (TextMark mark in marks)
            frequencies[mark.Label] = frequencies.GetValueOrDefault(mark.Label) + 1;

        var best = new PriorityQueue<Passage, (float Score, int Start)>();
        foreach (Passage passage in Cut(marks, boundaries, contentLength))
            Keep(best, passage with { Score = PassageScorer.Score(passage, contentLength, frequencies) }, maxPassages);
        return [.. best.UnorderedItems.Select(item => item.Element).OrderBy(passage => passage.Start)];
    }

    /// <summary>The first sentences of a text in which nothing is marked.</summary>
    public static IReadOnlyList<Passage> FirstSentences(IReadOnlyList<int> boundaries, int count)
    {
        var passages = new List<Passage>();
        for (var i = 1; i < boundaries.Count && passages.Count < count; i++)
            passages.Add(new Passage(boundaries[i - 1], boundaries[i], 0, []));
        return passages;
    }

    private static List<Passage> Cut(IReadOnlyList<TextMark> marks, IReadOnlyList<int> boundaries, int contentLength)
    {
        var passages = new List<Passage>();
        var current = new List<TextMark>();
        var start = 0;
        int end = -1;
        var lastEnd = 0;
        foreach (TextMark mark in marks)
        {
            if (mark.Start >= contentLength)
                break;
            if (mark.End > contentLength)
                continue;
            if (mark.Start >= end)
            {
                Close(passages, start, end, current);
                current = [];
                int center = mark.Start + ((mark.End - mark.Start) / 2);
                start = Math.Min(mark.Start, Math.Max(Preceding(boundaries, Math.Max(mark.Start + 1, center)), lastEnd));
                end = Math.Max(mark.End, Math.Min(Following(boundaries, Math.Min(mark.End - 1, center), contentLength), contentLength));
                lastEnd = end;
            }
            current.Add(mark);
        }
        Close(passages, start, end, current);
        return passages;
    }

    private static void Close(List<Passage> passages, int start, int end, List<TextMark> marks)
    {
        if (marks.Count > 0)
            passages.Add(new Passage(start, end, 0, marks));
    }

    // The queue's head is the worst: lowest score, on equal scores the earliest, so among ties later passages survive.
    private static void Keep(PriorityQueue<Passage, (float Score, int Start)> best, Passage passage, int maxPassages)
    {
        if (best.Count < maxPassages)
            best.Enqueue(passage, (passage.Score, passage.Start));
        else if (passage.Score >= best.Peek().Score)
            best.EnqueueDequeue(passage, (passage.Score, passage.Start));
    }

    /// <summary>The last boundary before <paramref name="position"/>; 0 when there is none.</summary>
    private static int Preceding(IReadOnlyList<int> boundaries, int position)
    {
        int index = FirstAtLeast(boundaries, position) - 1;
        return index < 0 ? 0 : boundaries[index];
    }

    /// <summary>The first boundary after <paramref name="position"/>; the length when there is none.</summary>
    private static int Following(IReadOnlyList<int> boundaries, int position, int contentLength)
    {
        int index = FirstAtLeast(boundaries, position + 1);
        return index >= boundaries.Count ? contentLength : boundaries[index];
    }

    private static int FirstAtLeast(IReadOnlyList<int> boundaries, int position)
    {
        var low = 0;
        int high = boundaries.Count;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (boundaries[middle] < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
