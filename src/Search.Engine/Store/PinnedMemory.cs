using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Engine.Store;

/// <summary>The bytes of a file in memory, in an array that the collector does not move.</summary>
internal sealed unsafe class PinnedMemory : InputMemory
{
    private readonly byte[] _pinned; // keeps the bytes alive
    private readonly byte* _start;

    /// <param name="pinned">Allocated on the pinned heap.</param>
    public PinnedMemory(byte[] pinned)
    {
        _pinned = pinned;
        _start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));
    }

    public override byte* Start => _start;

    public override long Length => _pinned.Length;

    // Other inputs may be open on the same array; the collector frees it after the last.
    public override void Dispose()
    {
    }
}
