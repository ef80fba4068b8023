namespace Search.Engine.Indexing.Buffering;

/// <summary>Where the inversion of one field of one document stands, over all values of the field.</summary>
/// <remarks>Search semantics notes, sections 1.6 and 1.7.</remarks>
internal sealed class Inversion
{
    /// <summary>Position of the latest token; -1 before the first.</summary>
    public int Position { get; set; }

    /// <summary>What to add to the offsets of the current value.</summary>
    public int OffsetBase { get; set; }

    /// <summary>Start offset of the latest token.</summary>
    public int StartOffset { get; set; }

    /// <summary>Number of tokens.</summary>
    public int Length { get; set; }

    /// <summary>Number of tokens at the position of the token before.</summary>
    public int Overlaps { get; set; }

    /// <summary>Number of distinct terms.</summary>
    public int UniqueTerms { get; set; }

    /// <summary>Back to the state before the first value.</summary>
    public void Reset()
    {
        Position = -1;
        OffsetBase = 0;
        StartOffset = 0;
        Length = 0;
        Overlaps = 0;
        UniqueTerms = 0;
    }
}
