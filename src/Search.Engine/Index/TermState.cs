namespace Search.Engine.Index;

/// <summary>Where one term of one segment lies: what a dictionary look-up yields, and what opens its postings.</summary>
/// <remarks>The statistics are for everyone; the file pointers mean something only to the <see cref="Terms"/> that gave them.</remarks>
public readonly struct TermState
{
    /// <summary>Number of documents with the term, deleted ones included.</summary>
    public required int DocFreq { get; init; }

    /// <summary>Number of occurrences; equal to <see cref="DocFreq"/> where frequencies are not indexed.</summary>
    public required long TotalTermFreq { get; init; }

    internal long DocStart { get; init; }

    internal long PositionStart { get; init; }

    internal long PayloadStart { get; init; }

    // Relative to DocStart; -1 when the term has no skip data.
    internal long SkipOffset { get; init; }

    // Relative to PositionStart; -1 when there is no packed position block.
    internal long LastPositionBlockOffset { get; init; }

    // The only document when DocFreq is 1 and the format kept it in the dictionary; else -1.
    internal int SingletonDocId { get; init; }
}
