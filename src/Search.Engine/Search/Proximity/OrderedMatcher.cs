namespace Search.Engine.Search.Proximity;

/// <summary>Parts one behind the other, without overlaps: minimal intervals.</summary>
/// <remarks>The walk is Lucene 8's, which passes over some intervals of three parts and more: docs/interval-semantics.md, "Ordered".</remarks>
internal sealed class OrderedMatcher(IntervalMatcher[] parts) : SequenceMatcher(parts)
{
    private readonly int[] _places = new int[parts.Length];
    private Interval _interval;

    protected override void Combine()
    {
        At.AsSpan().Fill(-1);
        At[0] = 0;
        while (FindNext())
            Add(_interval, _places);
    }

    // The first chain from where the parts stand, then shortened from the left as long as it stays in front of its last part.
    private bool FindNext()
    {
        int last = Parts.Length - 1;
        int limit = int.MaxValue;
        var isShortening = false;
        while (FindChain(limit, isShortening))
        {
            (int start, int end) = (Start(0), End(last));
            _interval = new Interval(start, end, GapsWithin(start, end));
            At.CopyTo(_places, 0);
            limit = Start(last);
            isShortening = true;
            Next(0);
        }
        return isShortening;
    }

    // Moves every part behind the one before it. False when one comes to the limit or to its end. A new chain moves every part
    // but the first once at least, even those that stand right: that is where intervals get lost.
    private bool FindChain(int limit, bool isShortening)
    {
        for (var part = 1; ; part++)
        {
            int end = End(part - 1);
            if (end >= limit)
                return false;
            if (part == Parts.Length || (isShortening && Start(part) > end))
                return true;
            do
            {
                if (End(part) >= limit || !Next(part))
                    return false;
            }
            while (Start(part) <= end);
        }
    }
}
