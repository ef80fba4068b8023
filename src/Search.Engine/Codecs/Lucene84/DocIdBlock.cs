using System.Numerics;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>128 ascending document ids as packed gaps ("FOR-delta").</summary>
/// <remarks>Postings notes, section 2.4. The width 0 says that all gaps are 1.</remarks>
internal static class DocIdBlock
{
    /// <summary>Writes 128 ids.</summary>
    /// <param name="previous">Last id of the block before; 0 for the first block.</param>
    public static void Write(ReadOnlySpan<int> docIds, int previous, DataOutput output)
    {
        Span<int> gaps = stackalloc int[PackedBlock.Size];
        var union = 0;
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = docIds[i] - previous;
            previous = docIds[i];
            union |= gaps[i];
        }

        bool allOne = !gaps.ContainsAnyExcept(1);
        int bits = allOne ? 0 : 32 - BitOperations.LeadingZeroCount((uint)union);
        output.WriteByte((byte)bits);
        if (!allOne)
            PackedBlock.Encode(gaps, bits, output);
    }

    /// <summary>Reads 128 ids.</summary>
    /// <param name="previous">Last id of the block before; -1 for the first block.</param>
    /// <exception cref="CorruptIndexException">The ids do not ascend, or reach <paramref name="maxDoc"/>.</exception>
    public static void Read(IndexInput input, int previous, int maxDoc, Span<int> docIds)
    {
        int bits = input.ReadByte();
        if (bits > PackedBlock.MaxBits)
            throw new CorruptIndexException($"document gaps of {bits} bits", input);
        if (bits == 0)
            docIds[..PackedBlock.Size].Fill(1);
        else
            PackedBlock.Decode(input.ReadSpan(PackedBlock.ByteCount(bits)), bits, docIds);
        SumGaps(input, previous, maxDoc, docIds[..PackedBlock.Size]);
    }

    /// <summary>Moves behind a block without decoding it.</summary>
    public static void Skip(IndexInput input) => input.Skip(PackedBlock.ByteCount(input.ReadByte()));

    // A gap of 0 (save the first of a term, whose base is 0) and an overflow both leave a sign bit in faults.
    private static void SumGaps(IndexInput input, int previous, int maxDoc, Span<int> docIds)
    {
        int docId = Math.Max(previous, 0);
        int faults = previous < 0 ? 0 : docIds[0] - 1;
        docId += docIds[0];
        docIds[0] = docId;
        faults |= docId;
        for (var i = 1; i < docIds.Length; i++)
        {
            int gap = docIds[i];
            docId += gap;
            docIds[i] = docId;
            faults |= docId | (gap - 1);
        }
        if (faults < 0 || docId >= maxDoc)
            throw new CorruptIndexException($"document ids that do not ascend or reach {maxDoc}", input);
    }
}
