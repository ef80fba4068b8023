namespace Search.Engine.Indexing.Merging;

/// <summary>What a merge policy knows of a segment.</summary>
/// <remarks>Immutable; shareable.</remarks>
public sealed record SegmentSize
{
    /// <summary>The segment's name.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes of all its files.</summary>
    public required long Bytes { get; init; }

    /// <summary>Number of documents, deleted ones included; at least 1.</summary>
    public required int MaxDoc { get; init; }

    /// <summary>Number of documents that a merge would drop.</summary>
    public int DeletedDocs { get; init; }

    /// <summary>Whether it takes part in a merge that is running or waiting.</summary>
    public bool IsMerging { get; init; }

    /// <summary>Whether its files are packed in one.</summary>
    public bool IsCompound { get; init; }

    /// <summary>Whether it was there when the merge that is forced was asked for; false for what that merge made.</summary>
    public bool IsOriginal { get; init; } = true;

    /// <summary>Bytes in proportion to the documents that are not deleted.</summary>
    public long LiveBytes => (long)(Bytes * (1 - (double)DeletedDocs / MaxDoc));

    /// <summary>Deleted documents in percent of all.</summary>
    public double DeletedPercent => 100d * DeletedDocs / MaxDoc;
}
