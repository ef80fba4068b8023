using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Byte strings one after another, found by their starts.</summary>
internal sealed class VariableBinaryValues(IndexInput bytes, MonotonicReader starts, int maxLength) : BinaryValues
{
    public override ReadOnlySpan<byte> Get(int slot)
    {
        long start = starts.Get(slot);
        long length = starts.Get(slot + 1L) - start;
        return length <= maxLength
            ? bytes.SpanAt(start, (int)length)
            : throw new CorruptIndexException($"value {slot} has {length} bytes, the longest {maxLength}", bytes.Name);
    }
}
