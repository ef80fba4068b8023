using Search.Engine.Codecs;

namespace Search.Engine.Indexing;

/// <summary>A segment as the writer sees it: its last written state, and deletions that are in memory only.</summary>
/// <remarks>Immutable: a change makes a new one.</remarks>
internal sealed record LiveSegment(SegmentCommitInfo Written)
{
    /// <summary>The live documents where they differ from the written state; else null. Never changed.</summary>
    public FixedBitSet? UnwrittenLiveDocs { get; init; }

    /// <summary>Number of deleted documents.</summary>
    public int DeletionCount { get; init; } = Written.DeletionCount;

    /// <summary>Number of documents that are softly deleted and not deleted.</summary>
    public int SoftDeletionCount { get; init; } = Written.SoftDeletionCount;

    /// <summary>Generation of the next <c>.liv</c> file: above all that were ever seen.</summary>
    public long NextDeletionGeneration { get; init; } = Math.Max(Written.DeletionGeneration, 0) + 1;

    public int MaxDoc => Written.Segment.MaxDoc;

    public bool HasUnwrittenDeletes => UnwrittenLiveDocs is not null;

    public bool IsFullyDeleted => DeletionCount == MaxDoc;
}
