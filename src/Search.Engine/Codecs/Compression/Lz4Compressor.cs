using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Compression;

/// <summary>Writes LZ4 blocks, greedily: each word is looked up at the one place where its hash was seen last.</summary>
/// <remarks>
/// Keeps to the safe rules of the container notes, section 11.1: no match starts in the last 9 bytes, the last 5 bytes are
/// literals, and the last sequence has literals only. Stateless; the hash table is pooled.
/// </remarks>
internal static class Lz4Compressor
{
    private const int MinTableBits = 8;
    private const int MaxTableBits = 15;
    private const int LastLiterals = 5;
    private const int SmallestWithMatches = 10;

    /// <summary>Appends the block of <c>buffer[dictionaryLength..]</c>.</summary>
    public static void Compress(ReadOnlySpan<byte> buffer, int dictionaryLength, DataOutput output)
    {
        int anchor = dictionaryLength;
        if (buffer.Length - dictionaryLength >= SmallestWithMatches)
        {
            // A table much larger than the input would cost more to clear than it saves.
            int bits = Math.Clamp(BitOperations.Log2((uint)buffer.Length) + 1, MinTableBits, MaxTableBits);
            int[] table = ArrayPool<int>.Shared.Rent(1 << bits);
            try
            {
                table.AsSpan(0, 1 << bits).Clear();
                anchor = WriteMatches(buffer, dictionaryLength, output, table.AsSpan(0, 1 << bits), 32 - bits);
            }
            finally
            {
                ArrayPool<int>.Shared.Return(table);
            }
        }
        WriteLiterals(output, buffer[anchor..], matchNibble: 0);
    }

    /// <summary>Writes all sequences but the last and returns where that one starts.</summary>
    /// <param name="table">By hash: one more than the last position of a word; 0 for none.</param>
    private static int WriteMatches(ReadOnlySpan<byte> buffer, int dictionaryLength, DataOutput output, Span<int> table, int shift)
    {
        for (var i = 0; i < dictionaryLength - 3; i++)
            table[Hash(WordAt(buffer, i), shift)] = i + 1;

        int anchor = dictionaryLength;
        int position = dictionaryLength;
        int limit = buffer.Length - LastLiterals;
        while (position < limit - Lz4.MinMatch)
        {
            uint word = WordAt(buffer, position);
            int slot = Hash(word, shift);
            int candidate = table[slot] - 1;
            table[slot] = position + 1;
            if (candidate < 0 || position - candidate > Lz4.MaxDistance || WordAt(buffer, candidate) != word)
            {
                position++;
                continue;
            }
            int length = Lz4.MinMatch + buffer[(candidate + Lz4.MinMatch)..].CommonPrefixLength(buffer[(position + Lz4.MinMatch)..limit]);
            WriteSequence(output, buffer[anchor..position], position - candidate, length);
            position += length;
            anchor = position;
        }
        return anchor;
    }

    private static uint WordAt(ReadOnlySpan<byte> buffer, int position) => MemoryMarshal.Read<uint>(buffer[position..]);

    // Fibonacci hashing: the golden ratio's multiple spreads words over the top bits.
    private static int Hash(uint word, int shift) => (int)((word * 2654435769u) >> shift);

    private static void WriteSequence(DataOutput output, ReadOnlySpan<byte> literals, int distance, int length)
    {
        int rest = length - Lz4.MinMatch;
        WriteLiterals(output, literals, Math.Min(rest, 15));
        output.WriteByte((byte)distance);
        output.WriteByte((byte)(distance >> 8));
        if (rest >= 15)
            WriteLength(output, rest - 15);
    }

    private static void WriteLiterals(DataOutput output, ReadOnlySpan<byte> literals, int matchNibble)
    {
        output.WriteByte((byte)((Math.Min(literals.Length, 15) << 4) | matchNibble));
        if (literals.Length >= 15)
            WriteLength(output, literals.Length - 15);
        output.WriteBytes(literals);
    }

    private static void WriteLength(DataOutput output, int rest)
    {
        for (; rest >= 255; rest -= 255)
            output.WriteByte(255);
        output.WriteByte((byte)rest);
    }
}
