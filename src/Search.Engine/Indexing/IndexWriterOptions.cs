using Search.Engine.Analysis;
using Search.Engine.Indexing.Flushing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;

namespace Search.Engine.Indexing;

/// <summary>How an <see cref="IndexWriter"/> works.</summary>
/// <remarks>Immutable; shareable.</remarks>
public sealed record IndexWriterOptions
{
    /// <summary>Largest value of <see cref="BufferBytes"/>: what one int can address, less room for a last large document.</summary>
    public const long MaxBufferBytes = 1945L << 20;

    /// <summary>Turns the text of indexed fields into tokens.</summary>
    public required Analyzer Analyzer { get; init; }

    /// <summary>Memory in bytes that all threads' buffered documents and deletes, and flushes at work, may hold together; 16 MB by default.</summary>
    /// <remarks>
    /// Kept: near it the largest buffer becomes a segment, and at it threads that add wait until a flush has freed memory.
    /// Measured from the buffers' real capacity, after each document or block: the blocks that are being added may exceed it.
    /// </remarks>
    public long BufferBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxBufferBytes);
            field = value;
        }
    } = 16L << 20;

    /// <summary>What to do about an index that is there, or is not.</summary>
    public OpenMode OpenMode { get; init; }

    /// <summary>The commit to go on from instead of the newest; what came after it is undone with the next commit.</summary>
    /// <remarks>See <see cref="DirectoryReader.ListCommits"/>; ignored by <see cref="OpenMode.Create"/>.</remarks>
    public IndexCommit? StartCommit { get; init; }

    /// <summary>Which older commits stay; by default none.</summary>
    public IndexDeletionPolicy DeletionPolicy { get; init; } = IndexDeletionPolicy.KeepLast;

    /// <summary>Which segments are merged; <see cref="TieredMergePolicy"/> by default.</summary>
    public MergePolicy MergePolicy { get; init; } = new TieredMergePolicy();

    /// <summary>Who merges; in the background by default.</summary>
    public MergeScheduler MergeScheduler { get; init; } = MergeScheduler.Background;

    /// <summary>Whether the files of a new segment are packed in one; true by default. Of merged segments the merge policy decides.</summary>
    /// <remarks>One file and its table instead of a dozen files, at the price of copying the segment once.</remarks>
    public bool UseCompoundFile { get; init; } = true;

    /// <summary>What the next commit keeps for the application; null keeps what the last commit had.</summary>
    public IReadOnlyDictionary<string, string>? UserData { get; init; }

    /// <summary>When buffered changes become a segment.</summary>
    internal FlushPolicy FlushPolicy => new(BufferBytes);

    /// <summary>Most documents that the index takes, deleted ones included.</summary>
    internal long MaxDocs { get; init; } = IndexWriter.MaxDocs;
}
