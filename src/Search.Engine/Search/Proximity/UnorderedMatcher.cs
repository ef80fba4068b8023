namespace Search.Engine.Search.Proximity;

/// <summary>All parts in any order, overlapping or not: minimal intervals.</summary>
internal sealed class UnorderedMatcher(IntervalMatcher[] parts) : CombiningMatcher(parts)
{
    public override void CollectParts(int index, IntervalParts parts)
    {
        foreach (IntervalMatcher part in Parts)
            part.CollectFirstInside(Intervals[index], parts);
    }

    protected override void Combine()
    {
        At.AsSpan().Clear();
        int previous = -1;
        while (TryLeave(previous))
        {
            bool isLast = !Shorten(out Interval interval);
            Add(interval);
            if (isLast)
                return;
            previous = interval.Start;
        }
    }

    // Moves the parts that start where the interval before did; false when one is at its end.
    private bool TryLeave(int previous)
    {
        for (int first = First(); Start(first) == previous; first = First())
        {
            if (!Next(first))
                return false;
        }
        return true;
    }

    // Moves the part that starts first as long as the end stays where it is; false when one is at its end.
    private bool Shorten(out Interval interval)
    {
        int end = Last();
        while (true)
        {
            int first = First();
            int start = Start(first);
            interval = new Interval(start, end, GapsWithin(start, end));
            if (End(first) == end)
                return true;
            if (!Next(first))
                return false;
            if (Last() != end)
                return true;
        }
    }

    // The part that starts first; the longest of several.
    private int First()
    {
        var first = 0;
        for (var part = 1; part < Parts.Length; part++)
        {
            int difference = Start(part).CompareTo(Start(first));
            if (difference < 0 || (difference == 0 && End(part) > End(first)))
                first = part;
        }
        return first;
    }

    private int Last()
    {
        int end = -1;
        for (var part = 0; part < Parts.Length; part++)
            end = Math.Max(end, End(part));
        return end;
    }
}
