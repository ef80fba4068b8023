namespace Search.Engine.Segments.Checking;

/// <summary>Checks that the documents of a sorted segment, deleted ones included, stand in the order that the segment states.</summary>
internal static class SortOrderCheck
{
    public static void Run(SegmentReader segment, CheckProblems problems, CancellationToken cancellation)
    {
        SortKeyColumn[] keys = [.. segment.Commit.Segment.IndexSort.Select(key => SortKeyColumn.Open(segment, key))];
        if (keys.Length == 0)
            return;
        var last = new long[keys.Length];
        var current = new long[keys.Length];
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < keys.Length; i++)
                current[i] = keys[i].ValueOf(doc);
            if (doc > 0 && Compare(keys, last, current) > 0)
                problems.Add($"document {doc} stands behind one that comes after it in the segment's order");
            (last, current) = (current, last);
        }
    }

    private static int Compare(SortKeyColumn[] keys, long[] left, long[] right)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            int order = keys[i].Compare(left[i], right[i]);
            if (order != 0)
                return order;
        }
        return 0;
    }
}
