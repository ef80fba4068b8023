using Search.Engine.Segments;

namespace Search.Engine.Indexing;

/// <summary>What a repair of an index keeps and loses.</summary>
/// <param name="Generation">Number of the commit that was checked.</param>
/// <param name="Kept">Segments that stay: those that are sound, and those in a format that is not read.</param>
/// <param name="Dropped">Damaged segments, whose documents are lost.</param>
/// <param name="IsCounterWrong">Whether the commit's number for the next segment is one that is in use; a repair raises it.</param>
public sealed record IndexRepairPlan(
    long Generation, IReadOnlyList<SegmentCheckReport> Kept, IReadOnlyList<SegmentCheckReport> Dropped, bool IsCounterWrong)
{
    /// <summary>Whether there is anything to repair.</summary>
    public bool IsNeeded => Dropped.Count > 0 || IsCounterWrong;

    /// <summary>Documents that are lost, as far as their number is known.</summary>
    public long LostDocuments => Dropped.Sum(segment => (long)Math.Max(0, segment.NumDocs));

    /// <summary>Dropped segments that do not tell how many documents they have.</summary>
    public int SegmentsOfUnknownSize => Dropped.Count(segment => segment.NumDocs < 0);
}
