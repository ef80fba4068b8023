namespace Search.Engine.Tests.Search.Proximity;

/// <summary>An interval with the words that it was made of.</summary>
/// <param name="Words">Start and end position of each word or phrase.</param>
internal sealed record PlainInterval(int Start, int End, int Gaps, int Width, IReadOnlyList<(int Start, int End)> Words)
{
    public PlainInterval(int start, int end, int gaps, IEnumerable<(int Start, int End)> words)
        : this(start, end, gaps, end - start + 1, [.. words])
    {
    }

    public bool Holds(PlainInterval other) => Start <= other.Start && End >= other.End;

    public bool Shares(PlainInterval other) => Start <= other.End && End >= other.Start;
}
