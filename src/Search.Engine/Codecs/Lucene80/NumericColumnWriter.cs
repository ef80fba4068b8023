using Search.Engine.Codecs.Packed;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Writes numbers as a constant, a table, differences with a common divisor, or blocks with a width each.</summary>
/// <remarks>README.md, "Numeric"; column notes, section 3.4. The choice is Lucene's.</remarks>
internal static class NumericColumnWriter
{
    public const int BlockShift = 14;
    public const int BlockLength = 1 << BlockShift;

    /// <summary>In place of a table's size: there is none.</summary>
    public const int NoTable = -1;

    /// <summary>In place of a table's size: minus 2 minus the block shift.</summary>
    public const int Blocks = -2 - BlockShift;

    /// <summary>In place of a width: each block has its own.</summary>
    public const byte WidthByBlock = 0xFF;

    private const long NoJumpTable = -1;

    /// <summary>Writes document set and values.</summary>
    public static NumericStatistics Write(ColumnOutput output, Func<SortedNumericDocValues> values)
    {
        NumericStatistics statistics = NumericStatistics.Gather(values());
        IndexOutput meta = output.Meta;
        IndexOutput data = output.Data;
        DocumentSetWriter.Write(data, values(), statistics.DocCount, output.MaxDoc).Write(meta);
        meta.WriteInt64(statistics.Count);

        long start = data.FilePointer;
        long jumpTable = NoJumpTable;
        if (statistics.IsConstant)
            WriteEncoding(meta, NoTable, 0, statistics.Min, statistics.Gcd);
        else if (PrefersTable(statistics))
            WriteTable(output, values(), statistics.Table!);
        else if (PrefersBlocks(statistics))
            jumpTable = WriteBlocks(output, values(), statistics);
        else
            WriteDifferences(output, values(), statistics);
        meta.WriteInt64(start);
        meta.WriteInt64(data.FilePointer - start);
        meta.WriteInt64(jumpTable);
        return statistics;
    }

    private static bool PrefersTable(NumericStatistics statistics) =>
        statistics.Table is { } table
        && PackedWidth.OfDirect(table.Length - 1) < PackedWidth.OfDirect((statistics.Max - statistics.Min) / statistics.Gcd);

    private static bool PrefersBlocks(NumericStatistics statistics)
    {
        long whole = PackedWidth.OfDirect(statistics.Max - statistics.Min) * statistics.Count; // the divisor does not count
        return whole > 0 && (double)statistics.BitsInBlocks / whole <= 0.9;
    }

    private static void WriteEncoding(IndexOutput meta, int tableSize, byte width, long min, long gcd)
    {
        meta.WriteInt32(tableSize);
        meta.WriteByte(width);
        meta.WriteInt64(min);
        meta.WriteInt64(gcd);
    }

    private static void WriteTable(ColumnOutput output, SortedNumericDocValues values, long[] table)
    {
        int width = PackedWidth.OfDirect(table.Length - 1);
        output.Meta.WriteInt32(table.Length);
        foreach (long entry in table)
            output.Meta.WriteInt64(entry);
        output.Meta.WriteByte((byte)width);
        output.Meta.WriteInt64(0);
        output.Meta.WriteInt64(1);

        var packed = new PackedStream(output.Data, width);
        ForEach(values, value => packed.Add(Array.BinarySearch(table, value)));
        packed.Finish();
    }

    private static void WriteDifferences(ColumnOutput output, SortedNumericDocValues values, NumericStatistics statistics)
    {
        long gcd = statistics.Gcd;
        long min = statistics.Min;
        int width = PackedWidth.OfDirect((statistics.Max - min) / gcd);
        if (gcd == 1 && min > 0 && PackedWidth.OfDirect(statistics.Max) == PackedWidth.OfDirect(statistics.Max - min))
            min = 0; // costs no bit and saves readers an addition
        WriteEncoding(output.Meta, NoTable, (byte)width, min, gcd);

        var packed = new PackedStream(output.Data, width);
        ForEach(values, value => packed.Add((value - min) / gcd));
        packed.Finish();
    }

    // Returns where the table of the blocks' offsets is.
    private static long WriteBlocks(ColumnOutput output, SortedNumericDocValues values, NumericStatistics statistics)
    {
        WriteEncoding(output.Meta, Blocks, WidthByBlock, statistics.Min, statistics.Gcd);
        var offsets = new List<long>();
        var block = new long[BlockLength];
        var filled = 0;
        ForEach(values, value =>
        {
            block[filled++] = value;
            if (filled == BlockLength)
                Flush();
        });
        if (filled > 0)
            Flush();

        long jumpTable = output.Data.FilePointer;
        foreach (long offset in offsets)
            output.Data.WriteInt64(offset);
        output.Data.WriteInt64(jumpTable);
        return jumpTable;

        void Flush()
        {
            offsets.Add(output.Data.FilePointer);
            WriteBlock(output.Data, block.AsSpan(0, filled), statistics.Gcd);
            filled = 0;
        }
    }

    private static void WriteBlock(IndexOutput data, Span<long> block, long gcd)
    {
        long min = block[0];
        long max = block[0];
        foreach (long value in block)
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
        if (min == max)
        {
            data.WriteByte(0);
            data.WriteInt64(min);
            return;
        }
        // The width is that of the differences before they are divided, as in Lucene 8.8.
        int width = PackedWidth.OfDirect(max - min);
        foreach (ref long value in block)
            value = (value - min) / gcd;
        data.WriteByte((byte)width);
        data.WriteInt64(min);
        data.WriteInt32((int)PackedReader.ByteCount(block.Length, width));
        PackedWriter.Write(data, block, width);
    }

    private static void ForEach(SortedNumericDocValues values, Action<long> add)
    {
        while (values.NextDoc() != DocIdCursor.NoMoreDocs)
        {
            for (int i = values.Count; i > 0; i--)
                add(values.NextValue());
        }
    }
}
