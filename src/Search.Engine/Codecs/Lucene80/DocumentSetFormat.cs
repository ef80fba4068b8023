namespace Search.Engine.Codecs.Lucene80;

/// <summary>Numbers of the document set layout: which documents of a segment have a value.</summary>
/// <remarks>README.md, "Document set"; column notes, section 1.3.</remarks>
internal static class DocumentSetFormat
{
    /// <summary>Documents of a block as a power of two.</summary>
    public const int BlockShift = 16;

    /// <summary>Documents of a block.</summary>
    public const int BlockDocs = 1 << BlockShift;

    /// <summary>A block with at most so many members lists them.</summary>
    public const int MaxSparseCardinality = 4095;

    /// <summary>64-bit words of a bitmap block.</summary>
    public const int BlockWords = BlockDocs / 64;

    /// <summary>Documents between two entries of a rank table, as a power of two; what is written.</summary>
    public const sbyte RankPower = 9;

    /// <summary>Number of the block that ends the set; its only member stands for "no more docs".</summary>
    public const int EndBlock = 0x7FFF;

    /// <summary>Bytes before the payload of a block.</summary>
    public const int BlockHeaderBytes = 4;

    /// <summary>Bytes of a jump table entry.</summary>
    public const int JumpEntryBytes = 8;
}
