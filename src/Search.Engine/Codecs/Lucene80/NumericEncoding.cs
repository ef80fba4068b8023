using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Reads the part of the metadata that numeric and sorted-numeric columns share.</summary>
/// <param name="Header">Which documents have a value.</param>
/// <param name="Count">Number of values of all documents.</param>
/// <param name="Values">The values by slot; borrowed from the data file.</param>
/// <remarks>README.md, "Numeric"; column notes, section 3.4.</remarks>
internal sealed record NumericEncoding(DocumentSetHeader Header, long Count, NumericValues Values)
{
    private const int MaxTableSize = 256;
    private const int MaxBlockShift = 30;

    public static NumericEncoding Read(IndexInput meta, IndexInput data)
    {
        DocumentSetHeader header = DocumentSetHeader.Read(meta, data);
        long count = meta.ReadInt64();
        int tableSize = meta.ReadInt32();
        if (count < 0 || tableSize > MaxTableSize || tableSize < -2 - MaxBlockShift)
            throw new CorruptIndexException($"a numeric column of {count} values, table size {tableSize}", meta);
        var table = new long[Math.Max(0, tableSize)];
        for (var i = 0; i < table.Length; i++)
            table[i] = meta.ReadInt64();
        int width = meta.ReadByte();
        long min = meta.ReadInt64();
        long gcd = meta.ReadInt64();
        long offset = meta.ReadInt64();
        ColumnAddresses.CheckLength(meta, data, offset, meta.ReadInt64(), tableSize < NumericColumnWriter.NoTable ? 0 : PackedReader.ByteCount(count, width));
        long jumpTable = meta.ReadInt64();

        NumericValues values;
        if (tableSize < NumericColumnWriter.NoTable)
            values = OpenBlocks(meta, data, count, blockShift: -2 - tableSize, gcd, jumpTable);
        else if (width == 0)
            values = new ConstantValues(min);
        else if (tableSize >= 0)
            values = new TableValues(PackedReader.Open(data, offset, count, width), table, data.Name);
        else
            values = new PackedValues(PackedReader.Open(data, offset, count, width), min, gcd);
        return new NumericEncoding(header, count, values);
    }

    private static BlockValues OpenBlocks(IndexInput meta, IndexInput data, long count, int blockShift, long gcd, long jumpTable)
    {
        long blocks = (count >> blockShift) + 1;
        if (jumpTable < 0 || blocks > (data.Length - jumpTable) / 8)
            throw new CorruptIndexException($"a jump table at {jumpTable} for {count} values", meta);
        return new BlockValues(data, jumpTable, count, blockShift, gcd);
    }
}
