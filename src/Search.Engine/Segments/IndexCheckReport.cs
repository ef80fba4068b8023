namespace Search.Engine.Segments;

/// <summary>What a check of an index found.</summary>
/// <param name="Generation">Number of the commit that was checked.</param>
/// <param name="Segments">Its segments in order.</param>
/// <param name="Problems">What concerns no single segment; empty when there is nothing.</param>
public sealed record IndexCheckReport(long Generation, IReadOnlyList<SegmentCheckReport> Segments, IReadOnlyList<string> Problems)
{
    /// <summary>Whether no problem was found.</summary>
    public bool IsSound => Problems.Count == 0 && Segments.All(segment => segment.Problems.Count == 0);
}

/// <summary>What a check of a segment found.</summary>
/// <param name="Name">The segment's name.</param>
/// <param name="MaxDoc">Documents, deleted ones included.</param>
/// <param name="NumDocs">Documents that are not deleted.</param>
/// <param name="Terms">Terms of all fields.</param>
/// <param name="Postings">Postings of all terms.</param>
/// <param name="Positions">Positions of all postings.</param>
/// <param name="Problems">What is wrong, in sentences; empty when nothing is.</param>
public sealed record SegmentCheckReport(
    string Name, int MaxDoc, int NumDocs, long Terms, long Postings, long Positions, IReadOnlyList<string> Problems);
