namespace Search.Engine.Index;

/// <summary>Norms of a field of a segment that are one byte each, looked up by document in any order.</summary>
/// <remarks>Shareable between threads; valid while the reader is open.</remarks>
public abstract class ByteNorms
{
    /// <summary>One byte a document, indexed by doc id, straight from the file; empty when not all documents have a norm.</summary>
    public virtual ReadOnlySpan<byte> Dense => [];

    /// <summary>The norms of some documents, side by side.</summary>
    /// <param name="absent">Stands for documents that have none.</param>
    /// <param name="norms">At least as long as <paramref name="docs"/>.</param>
    public abstract void Read(ReadOnlySpan<int> docs, byte absent, Span<byte> norms);
}
