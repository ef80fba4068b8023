namespace Search.Engine.Index;

/// <summary>What the postings of a field hold; the values are those of the format.</summary>
public enum IndexOptions
{
    /// <summary>Not indexed.</summary>
    None = 0,

    /// <summary>Documents only; every frequency counts as 1.</summary>
    Docs = 1,

    /// <summary>Documents and frequencies.</summary>
    DocsAndFreqs = 2,

    /// <summary>Documents, frequencies and positions.</summary>
    DocsFreqsAndPositions = 3,

    /// <summary>Documents, frequencies, positions and character offsets.</summary>
    DocsFreqsPositionsAndOffsets = 4,
}
