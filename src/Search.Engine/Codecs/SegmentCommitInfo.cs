namespace Search.Engine.Codecs;

/// <summary>A segment as one commit sees it: the segment, its deletions and its column updates.</summary>
/// <remarks>One record of <c>segments_N</c> (container notes, section 5). Immutable: a change makes a new one.</remarks>
internal sealed record SegmentCommitInfo
{
    public required SegmentInfo Segment { get; init; }

    /// <summary>Generation of the <c>.liv</c> file; -1 without deletions.</summary>
    public long DeletionGeneration { get; init; } = -1;

    /// <summary>Number of deleted documents.</summary>
    public int DeletionCount { get; init; }

    /// <summary>Number of documents that carry the soft-deletes field and are not deleted.</summary>
    public int SoftDeletionCount { get; init; }

    /// <summary>Generation of the updated field infos; -1: those of the segment.</summary>
    public long FieldInfosGeneration { get; init; } = -1;

    /// <summary>Highest generation of column updates; -1 without any.</summary>
    public long DocValuesGeneration { get; init; } = -1;

    /// <summary>Identity of this state of the segment; a new one whenever a generation changes.</summary>
    public SegmentId? CommitId { get; init; }

    /// <summary>The current generational field infos file, or nothing.</summary>
    public IReadOnlySet<string> FieldInfosFiles { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Column update files by field number.</summary>
    public IReadOnlyDictionary<int, IReadOnlySet<string>> DocValuesFiles { get; init; } = new Dictionary<int, IReadOnlySet<string>>();

    /// <summary>Every file that this state of the segment needs.</summary>
    public IEnumerable<string> AllFiles()
    {
        foreach (string file in Segment.Files)
            yield return file;
        if (DeletionGeneration >= 0)
            yield return $"{Segment.Name}_{Base36.Format(DeletionGeneration)}.liv";
        foreach (string file in FieldInfosFiles)
            yield return file;
        foreach (string file in DocValuesFiles.Values.SelectMany(files => files).Distinct(StringComparer.Ordinal))
            yield return file;
    }
}
