using Search.Engine.Index;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Proximity;

/// <summary>Intervals that are made of one interval of each of several parts.</summary>
internal abstract class CombiningMatcher : IntervalMatcher
{
    /// <param name="parts">At least two.</param>
    protected CombiningMatcher(IntervalMatcher[] parts)
    {
        Parts = parts;
        Documents = new ConjunctionCursor(parts.Select(part => part.Documents));
        At = new int[parts.Length];
    }

    public sealed override DocIdCursor Documents { get; }

    /// <summary>What the intervals are made of.</summary>
    protected IntervalMatcher[] Parts { get; }

    /// <summary>For each part the place in its intervals at which the walk stands: -1 before the first, their number at the end.</summary>
    protected int[] At { get; }

    protected sealed override void Find()
    {
        Forget();
        foreach (IntervalMatcher part in Parts)
        {
            if (!part.Match())
                return;
        }
        Combine();
    }

    /// <summary>Adds the intervals; every part has one at least.</summary>
    protected abstract void Combine();

    /// <summary>Drops what is kept of the document before.</summary>
    protected virtual void Forget()
    {
    }

    /// <summary>Where the current interval of a part starts; -1 and int's largest value outside of its intervals.</summary>
    protected int Start(int part) => IsInside(part, out int outside) ? Parts[part].Intervals[At[part]].Start : outside;

    /// <summary>Where the current interval of a part ends; -1 and int's largest value outside of its intervals.</summary>
    protected int End(int part) => IsInside(part, out int outside) ? Parts[part].Intervals[At[part]].End : outside;

    /// <summary>Moves a part to its next interval; false after the last.</summary>
    protected bool Next(int part) => ++At[part] < Parts[part].Intervals.Length;

    /// <summary>Positions from start to end less the widths of what the parts stand at.</summary>
    protected int GapsWithin(int start, int end)
    {
        int gaps = end - start + 1;
        for (var i = 0; i < Parts.Length; i++)
            gaps -= Parts[i].Intervals[At[i]].Width;
        return gaps;
    }

    private bool IsInside(int part, out int outside)
    {
        outside = At[part] < 0 ? -1 : int.MaxValue;
        return (uint)At[part] < (uint)Parts[part].Intervals.Length;
    }
}
