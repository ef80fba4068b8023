namespace Search.Engine.Codecs.Lucene86;

/// <summary>Puts points in the order of a one-dimensional tree: by value as unsigned bytes, then by document.</summary>
internal static class PointsSorter
{
    /// <summary>The numbers of the points in that order.</summary>
    /// <remarks>
    /// One counting pass a byte, last byte first; bytes that all points share cost only the counting, so dates and
    /// small numbers take three or four moves of the list.
    /// </remarks>
    /// <param name="width">Bytes of a value; value i is at <c>i * width</c>.</param>
    public static int[] Sort(ReadOnlySpan<byte> values, int width, ReadOnlySpan<int> docIds)
    {
        int[] order = ByDocument(docIds);
        var spare = new int[order.Length];
        Span<int> starts = stackalloc int[256];
        for (int position = width - 1; position >= 0; position--)
        {
            starts.Clear();
            for (int at = position; at < values.Length; at += width)
                starts[values[at]]++;
            if (starts.Contains(order.Length))
                continue;
            ToStarts(starts);
            foreach (int point in order)
                spare[starts[values[point * width + position]]++] = point;
            (order, spare) = (spare, order);
        }
        return order;
    }

    private static int[] ByDocument(ReadOnlySpan<int> docIds)
    {
        var order = new int[docIds.Length];
        var ascending = true;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            ascending &= i == 0 || docIds[i - 1] <= docIds[i];
        }
        if (!ascending)
            Array.Sort(docIds.ToArray(), order);
        return order;
    }

    private static void ToStarts(Span<int> counts)
    {
        var start = 0;
        foreach (ref int count in counts)
        {
            int next = start + count;
            count = start;
            start = next;
        }
    }
}
