namespace Search.Engine.Search.Facets;

/// <summary>Finds the largest counts.</summary>
internal static class TopCounts
{
    /// <summary>The places of the largest counts above 0, largest first, equals by place.</summary>
    public static int[] Select(ReadOnlySpan<int> counts, int most)
    {
        // The root is the least of those kept: a count orders before a larger one, of equals the later place before the earlier.
        var kept = new PriorityQueue<int, (int Count, int Place)>();
        for (var place = 0; place < counts.Length && most > 0; place++)
        {
            int count = counts[place];
            if (count == 0)
                continue;
            if (kept.Count < most)
                kept.Enqueue(place, (count, -place));
            else if (kept.TryPeek(out _, out (int Count, int Place) least) && count > least.Count)
                kept.EnqueueDequeue(place, (count, -place));
        }
        var places = new int[kept.Count];
        for (int i = places.Length - 1; i >= 0; i--)
            places[i] = kept.Dequeue();
        return places;
    }
}
