namespace Search.Engine.Search.Proximity;

/// <summary>A run of positions in a document.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">Last position, inclusive.</param>
/// <param name="Gaps">Positions inside that no part takes; negative where parts overlap.</param>
/// <param name="Width">What the interval counts for as a part of another when that one's gaps are told; length but for repeats.</param>
internal readonly record struct Interval(int Start, int End, int Gaps, int Width)
{
    public Interval(int start, int end, int gaps)
        : this(start, end, gaps, end - start + 1)
    {
    }

    public int Length => End - Start + 1;

    public bool Contains(in Interval other) => Start <= other.Start && End >= other.End;

    public bool Overlaps(in Interval other) => Start <= other.End && End >= other.Start;
}
