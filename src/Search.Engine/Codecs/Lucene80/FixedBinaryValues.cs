using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Byte strings of one length, one after another.</summary>
internal sealed class FixedBinaryValues(IndexInput data, long offset, int length) : BinaryValues
{
    public override ReadOnlySpan<byte> Get(int slot) => data.SpanAt(offset + (long)slot * length, length);
}
