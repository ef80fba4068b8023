namespace Search.Engine.Codecs.Lucene84;

/// <summary>A place between two documents of a term from which reading can go on.</summary>
/// <remarks>Postings notes, section 5.2. File pointers are absolute.</remarks>
internal struct SkipEntry
{
    /// <summary>The last document before the place.</summary>
    public int DocId;

    /// <summary>Where the next block of documents (or the tail) starts.</summary>
    public long DocFilePointer;

    /// <summary>Where the block with the next position starts.</summary>
    public long PositionFilePointer;

    /// <summary>Positions of that block that belong to earlier documents.</summary>
    public int PositionsBefore;

    /// <summary>Payload bytes of that block that belong to those positions.</summary>
    public int PayloadBytesBefore;

    /// <summary>Where the payload and offset blocks beside that position block start.</summary>
    public long PayloadFilePointer;
}
