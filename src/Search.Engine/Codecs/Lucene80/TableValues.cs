using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Numbers as places in a table of the few distinct ones.</summary>
/// <remarks>Column notes, section 3.4.</remarks>
internal sealed class TableValues(PackedReader packed, long[] table, string fileName) : NumericValues
{
    public override long Get(long slot)
    {
        long place = packed.Get(slot);
        return (ulong)place < (ulong)table.Length
            ? table[place]
            : throw new CorruptIndexException($"entry {place} of a table of {table.Length} numbers", fileName);
    }
}
