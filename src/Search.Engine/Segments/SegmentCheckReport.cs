namespace Search.Engine.Segments;

/// <summary>What a check of a segment found.</summary>
/// <param name="Name">The segment's name.</param>
/// <param name="MaxDoc">Documents, deleted ones included; -1 when the segment's description cannot be read.</param>
/// <param name="NumDocs">Documents that are not deleted, softly either; -1 when the segment's description cannot be read.</param>
/// <param name="Terms">Terms of all fields.</param>
/// <param name="Postings">Postings of all terms.</param>
/// <param name="Positions">Positions of all postings.</param>
/// <param name="Problems">What is wrong, in sentences; empty when nothing is.</param>
public sealed record SegmentCheckReport(
    string Name, int MaxDoc, int NumDocs, long Terms, long Postings, long Positions, IReadOnlyList<string> Problems)
{
    /// <summary>Whether the segment is damaged: the problems are more than a format that is not read.</summary>
    /// <remarks>A sound file of a format that this engine does not know is a problem and no damage: other programs may read it.</remarks>
    public bool IsDamaged { get; init; } = Problems.Count > 0;
}
