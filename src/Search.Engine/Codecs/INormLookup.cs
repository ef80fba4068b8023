namespace Search.Engine.Codecs;

/// <summary>The norms of one field of a segment being written, by document, in any order.</summary>
internal interface INormLookup
{
    /// <summary>The norms of some documents; 1 for a document that has none.</summary>
    /// <param name="norms">As long as <paramref name="docIds"/>.</param>
    void CopyNorms(ReadOnlySpan<int> docIds, Span<long> norms);
}
