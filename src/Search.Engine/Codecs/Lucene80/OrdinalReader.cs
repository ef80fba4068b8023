using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>The ordinals of a column, each checked against its dictionary.</summary>
internal readonly struct OrdinalReader(PackedReader packed, int termCount, string fileName)
{
    public int Get(long index)
    {
        long ordinal = packed.Get(index);
        return (ulong)ordinal < (ulong)termCount
            ? (int)ordinal
            : throw new CorruptIndexException($"ordinal {ordinal} of {termCount} terms", fileName);
    }
}
