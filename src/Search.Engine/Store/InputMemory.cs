namespace Search.Engine.Store;

/// <summary>A file's bytes at a fixed address: a mapping or a pinned array.</summary>
/// <remarks>
/// Owned by the root <see cref="IndexInput"/>. Readers are reference counted (IndexReader), so that nothing reads
/// from memory that was released.
/// </remarks>
internal abstract unsafe class InputMemory : IDisposable
{
    /// <summary>Address of the first byte.</summary>
    public abstract byte* Start { get; }

    /// <summary>Number of bytes.</summary>
    public abstract long Length { get; }

    public abstract void Dispose();
}
