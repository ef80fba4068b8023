namespace Search.Engine.Search.Proximity;

/// <summary>All parts in any order, overlapping or not: minimal intervals.</summary>
internal sealed class UnorderedMatcher(IntervalMatcher[] parts) : CombiningMatcher(parts)
{
    private readonly StartOrder _order = new(parts.Length);

    public override void CollectParts(int index, IntervalParts parts)
    {
        foreach (IntervalMatcher part in Parts)
            part.CollectFirstInside(Intervals[index], parts);
    }

    protected override void Combine()
    {
        At.AsSpan().Clear();
        _order.Clear();
        for (var part = 0; part < Parts.Length; part++)
            _order.Add(part, Parts[part].Intervals[0]);
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
        while (_order.Start == previous)
        {
            if (!MoveFirst())
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
            interval = new Interval(_order.Start, end, GapsWithin(_order.Start, end));
            if (_order.End == end)
                return true;
            if (!MoveFirst())
                return false;
            if (Last() != end)
                return true;
        }
    }

    private bool MoveFirst()
    {
        int first = _order.First;
        if (!Next(first))
            return false;
        _order.Replace(Parts[first].Intervals[At[first]]);
        return true;
    }

    private int Last()
    {
        int end = -1;
        for (var part = 0; part < Parts.Length; part++)
            end = Math.Max(end, End(part));
        return end;
    }
}
