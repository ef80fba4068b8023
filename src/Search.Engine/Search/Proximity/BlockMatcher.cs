namespace Search.Engine.Search.Proximity;

/// <summary>Parts that follow one another without a position between them.</summary>
internal sealed class BlockMatcher(IntervalMatcher[] parts) : SequenceMatcher(parts)
{
    /// <summary>What stands together is one part: a phrase is one mark.</summary>
    public override void CollectParts(int index, IntervalParts parts)
    {
        int first = parts.Count;
        base.CollectParts(index, parts);
        parts.Join(first);
    }

    protected override void Combine()
    {
        At.AsSpan().Clear();
        for (; End(0) != int.MaxValue; At[0]++)
        {
            var followed = 1;
            while (followed < Parts.Length && Follows(followed))
                followed++;
            if (followed == Parts.Length)
                Add(new Interval(Start(0), End(followed - 1), gaps: 0), At);
            else if (End(followed) == int.MaxValue)
                return;
        }
    }

    // Moves a part behind the one before it; true when it starts right there.
    private bool Follows(int part)
    {
        int end = End(part - 1);
        while (Start(part) <= end)
            At[part]++;
        return Start(part) == end + 1 && end < int.MaxValue - 1;
    }
}
