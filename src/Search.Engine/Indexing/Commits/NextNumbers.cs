namespace Search.Engine.Indexing.Commits;

/// <summary>The next numbers for names: each is used once, whatever becomes of the file.</summary>
internal sealed class NextNumbers
{
    /// <summary>Number of the next segment.</summary>
    public long SegmentNumber { get; set; }

    /// <summary>Generation of the next commit.</summary>
    public long Generation { get; set; } = 1;
}
