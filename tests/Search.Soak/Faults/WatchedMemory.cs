using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Search.Engine.Store;

namespace Search.Soak.Faults;

/// <summary>The bytes of another input, or the first of them; tells when it is closed.</summary>
internal sealed unsafe class WatchedMemory(IndexInput input, long length, Action closed) : InputMemory
{
    private bool _isClosed;

    // What an input reads lies at a fixed address.
    public override byte* Start { get; } = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(input.SpanAt(0, (int)input.Length)));

    public override long Length => length;

    public override void Dispose()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        input.Dispose();
        closed();
    }
}
