using Search.Engine.Index;

namespace Search.Engine.Tests.Infrastructure.Memory;

/// <summary>Norms in memory that all documents have.</summary>
internal sealed class MemoryByteNorms(byte[] norms) : ByteNorms
{
    public override ReadOnlySpan<byte> Dense => norms;

    public override void Read(ReadOnlySpan<int> docs, byte absent, Span<byte> read)
    {
        for (var i = 0; i < docs.Length; i++)
            read[i] = norms[docs[i]];
    }
}
