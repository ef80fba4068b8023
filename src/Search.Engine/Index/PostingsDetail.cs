namespace Search.Engine.Index;

/// <summary>How much of the postings a reader asks for; more costs more.</summary>
public enum PostingsDetail
{
    /// <summary>Documents only.</summary>
    Docs,

    /// <summary>Documents and frequencies.</summary>
    Freqs,

    /// <summary>Documents, frequencies and positions.</summary>
    Positions,

    /// <summary>All of it: offsets and payloads too.</summary>
    Everything,
}
