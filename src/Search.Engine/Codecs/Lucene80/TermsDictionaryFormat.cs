namespace Search.Engine.Codecs.Lucene80;

/// <summary>Numbers of the terms dictionary layout.</summary>
/// <remarks>README.md, "Terms dictionary"; column notes, section 3.7.</remarks>
internal static class TermsDictionaryFormat
{
    /// <summary>Terms of a block as a power of two; what is written.</summary>
    public const int BlockShift = 4;

    public const int BlockTerms = 1 << BlockShift;

    /// <summary>Terms between two keys of the index as a power of two; what is written.</summary>
    public const int IndexShift = 10;

    public const int IndexTerms = 1 << IndexShift;

    /// <summary>Block shift of both sequences of addresses.</summary>
    public const int MonotonicShift = 16;

    /// <summary>In place of the block shift: a later release compressed the blocks.</summary>
    public const int CompressedBlocks = 0x00060001;

    /// <summary>Half of a token: lengths up to here minus one stand in it, the rest follows.</summary>
    public const int NibbleMax = 15;

    /// <summary>Bytes of the metadata of one block of a sequence.</summary>
    public const int SequenceBlockBytes = 21;
}
