using Search.Engine.Codecs;

namespace Search.Engine.Indexing;

/// <summary>A segment as the writer sees it: its last written state, and deletions that may be in memory only.</summary>
/// <remarks>Immutable: a change makes a new one.</remarks>
internal sealed record LiveSegment(SegmentCommitInfo Written)
{
    /// <summary>
    /// The documents that are not deleted (softly deleted ones count as live); null where that is what the written state
    /// says. Never changed; readers share it.
    /// </summary>
    public FixedBitSet? LiveDocs { get; init; }

    /// <summary>Whether <see cref="LiveDocs"/> says more than the written state.</summary>
    public bool HasUnwrittenDeletes { get; init; }

    /// <summary>Number of deleted documents.</summary>
    public int DeletionCount { get; init; } = Written.DeletionCount;

    /// <summary>Number of documents that are softly deleted and not deleted.</summary>
    public int SoftDeletionCount { get; init; } = Written.SoftDeletionCount;

    /// <summary>Generation of the next <c>.liv</c> file: above all that were ever seen.</summary>
    public long NextDeletionGeneration { get; init; } = Math.Max(Written.DeletionGeneration, 0) + 1;

    public string Name => Written.Segment.Name;

    public int MaxDoc => Written.Segment.MaxDoc;

    public bool IsFullyDeleted => DeletionCount == MaxDoc;

    /// <summary>The written state with the numbers of the present one: what a reader needs to know.</summary>
    public SegmentCommitInfo State => Written with { DeletionCount = DeletionCount, SoftDeletionCount = SoftDeletionCount };
}
