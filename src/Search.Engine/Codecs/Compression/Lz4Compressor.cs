using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Compression;

/// <summary>Writes LZ4 blocks: each word is looked up at the one place where its hash was seen last.</summary>
/// <remarks>
/// Keeps to the safe rules of the container notes, section 11.1: no match starts in the last 9 bytes, the last 5 bytes are
/// literals, and the last sequence has literals only. Stateless; hash tables are the caller's, or pooled.
/// </remarks>
internal static class Lz4Compressor
{
    private const int MinTableBits = 8;
    private const int MaxTableBits = 15;
    private const int LastLiterals = 5;
    private const int SmallestWithMatches = 10;
    private const int GoodMatch = 64; // taken without a look at the next byte

    /// <summary>Appends the block of <c>buffer[dictionaryLength..]</c>.</summary>
    public static void Compress(ReadOnlySpan<byte> buffer, int dictionaryLength, ByteBufferOutput output)
    {
        int[] table = ArrayPool<int>.Shared.Rent(TableLength(buffer.Length));
        try
        {
            Span<int> places = table.AsSpan(0, TableLength(buffer.Length));
            Learn(buffer[..dictionaryLength], places);
            Compress(buffer, dictionaryLength, places, output);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(table);
        }
    }

    /// <summary>How many places a table for a buffer has: one much larger than the buffer would cost more to clear than it saves.</summary>
    public static int TableLength(int bufferLength) =>
        1 << Math.Clamp(BitOperations.Log2((uint)Math.Max(1, bufferLength)) + 1, MinTableBits, MaxTableBits);

    /// <summary>Makes a table of the words of a dictionary.</summary>
    /// <param name="table">By hash: one more than the last place of a word; 0 for none. A power of two; whatever was in it is lost.</param>
    public static void Learn<T>(ReadOnlySpan<byte> dictionary, Span<T> table)
        where T : unmanaged, IBinaryInteger<T>
    {
        table.Clear();
        int shift = ShiftOf(table.Length);
        for (var i = 0; i < dictionary.Length - 3; i++)
            table[Hash(WordAt(dictionary, i), shift)] = T.CreateTruncating(i + 1);
    }

    /// <summary>Appends the block of <c>buffer[dictionaryLength..]</c>.</summary>
    /// <param name="table">Knows the dictionary (<see cref="Learn"/>); learns the block. Its numbers hold the buffer's length.</param>
    public static void Compress<T>(ReadOnlySpan<byte> buffer, int dictionaryLength, Span<T> table, ByteBufferOutput output)
        where T : unmanaged, IBinaryInteger<T>
    {
        int anchor = dictionaryLength;
        if (buffer.Length - dictionaryLength >= SmallestWithMatches)
            anchor = WriteMatches(buffer, dictionaryLength, output, table);
        WriteLiterals(output, buffer[anchor..], matchNibble: 0);
    }

    // Writes all sequences but the last and returns where that one starts.
    private static int WriteMatches<T>(ReadOnlySpan<byte> buffer, int dictionaryLength, ByteBufferOutput output, Span<T> table)
        where T : unmanaged, IBinaryInteger<T>
    {
        int shift = ShiftOf(table.Length);
        int anchor = dictionaryLength;
        int position = dictionaryLength;
        int limit = buffer.Length - LastLiterals;
        int end = limit - Lz4.MinMatch;
        while (position < end)
        {
            int candidate = LastPlace(buffer, position, table, shift);
            if (candidate < 0)
            {
                position++;
                continue;
            }
            int length = MatchLength(buffer[..limit], candidate, position);
            // A match gives way to a longer one that starts a byte later: 2.6 % of an index's size.
            while (length < GoodMatch && position + 1 < end)
            {
                int nextCandidate = LastPlace(buffer, position + 1, table, shift);
                int nextLength = nextCandidate < 0 ? 0 : MatchLength(buffer[..limit], nextCandidate, position + 1);
                if (nextLength <= length)
                    break;
                position++;
                candidate = nextCandidate;
                length = nextLength;
            }
            WriteSequence(output, buffer[anchor..position], position - candidate, length);
            position += length;
            anchor = position;
        }
        return anchor;
    }

    // Where the word at a position was seen last, near enough for a match; -1: nowhere. The table learns the position.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LastPlace<T>(ReadOnlySpan<byte> buffer, int position, Span<T> table, int shift)
        where T : unmanaged, IBinaryInteger<T>
    {
        uint word = WordAt(buffer, position);
        ref T place = ref table[Hash(word, shift)];
        int candidate = int.CreateTruncating(place) - 1;
        place = T.CreateTruncating(position + 1);
        return candidate >= 0 && position - candidate <= Lz4.MaxDistance && WordAt(buffer, candidate) == word ? candidate : -1;
    }

    private static int MatchLength(ReadOnlySpan<byte> buffer, int candidate, int position) =>
        Lz4.MinMatch + buffer[(candidate + Lz4.MinMatch)..].CommonPrefixLength(buffer[(position + Lz4.MinMatch)..]);

    private static uint WordAt(ReadOnlySpan<byte> buffer, int position) => MemoryMarshal.Read<uint>(buffer[position..]);

    private static int ShiftOf(int tableLength) => 32 - BitOperations.Log2((uint)tableLength);

    // Fibonacci hashing: the golden ratio's multiple spreads words over the top bits.
    private static int Hash(uint word, int shift) => (int)((word * 2654435769u) >> shift);

    private static void WriteSequence(ByteBufferOutput output, ReadOnlySpan<byte> literals, int distance, int length)
    {
        int rest = length - Lz4.MinMatch;
        WriteLiterals(output, literals, Math.Min(rest, 15));
        Span<byte> back = output.Append(sizeof(ushort));
        back[0] = (byte)distance;
        back[1] = (byte)(distance >> 8);
        if (rest >= 15)
            WriteLength(output, rest - 15);
    }

    private static void WriteLiterals(ByteBufferOutput output, ReadOnlySpan<byte> literals, int matchNibble)
    {
        output.WriteByte((byte)((Math.Min(literals.Length, 15) << 4) | matchNibble));
        if (literals.Length >= 15)
            WriteLength(output, literals.Length - 15);
        output.WriteBytes(literals);
    }

    private static void WriteLength(ByteBufferOutput output, int rest)
    {
        for (; rest >= 255; rest -= 255)
            output.WriteByte(255);
        output.WriteByte((byte)rest);
    }
}
