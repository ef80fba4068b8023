using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>128 integers of one bit width and a few exceptions that need more bits ("PFOR").</summary>
/// <remarks>Postings notes, section 2.5. Up to seven exceptions are read; three are written, as Lucene does.</remarks>
internal static class PatchedBlock
{
    private const int MaxExceptionsWritten = 3;
    private const int ExceptionBits = 8;
    private const int ExceptionCountShift = 5;
    private const int WidthMask = 31;

    // Values of so many bits stand in lanes of as many.
    private const int SummedBits = 8;

    /// <summary>Writes 128 values that are not negative.</summary>
    public static void Write(ReadOnlySpan<int> values, DataOutput output)
    {
        Span<int> largest = stackalloc int[MaxExceptionsWritten + 1];
        FindLargest(values, largest);
        int maxBits = BitsOf(largest[^1]);
        int bits = Math.Max(BitsOf(largest[0]), maxBits - ExceptionBits);

        Span<int> low = stackalloc int[PackedBlock.Size];
        Span<byte> exceptions = stackalloc byte[2 * MaxExceptionsWritten];
        var exceptionBytes = 0;
        var mask = (int)((1L << bits) - 1);
        for (var i = 0; i < low.Length; i++)
        {
            low[i] = values[i] & mask;
            if (values[i] <= mask)
                continue;
            exceptions[exceptionBytes++] = (byte)i;
            exceptions[exceptionBytes++] = (byte)(values[i] >> bits);
        }

        int count = exceptionBytes / 2;
        if (maxBits <= ExceptionBits && !low.ContainsAnyExcept(low[0]))
        {
            output.WriteByte((byte)(count << ExceptionCountShift));
            output.WriteVInt64(low[0]);
            for (var i = 1; i < exceptionBytes; i += 2)
                exceptions[i] <<= bits;
        }
        else
        {
            output.WriteByte((byte)((count << ExceptionCountShift) | bits));
            PackedBlock.Encode(low, bits, output);
        }
        output.WriteBytes(exceptions[..exceptionBytes]);
    }

    /// <summary>Reads 128 values; hostile bytes can make them negative.</summary>
    public static void Read(IndexInput input, Span<int> values)
    {
        byte token = input.ReadByte();
        int bits = token & WidthMask;
        if (bits == 0)
            values[..PackedBlock.Size].Fill((int)input.ReadVInt64());
        else
            PackedBlock.Decode(input.ReadSpan(PackedBlock.ByteCount(bits)), bits, values);

        int count = token >> ExceptionCountShift;
        if (count == 0)
            return;
        ReadOnlySpan<byte> exceptions = input.ReadSpan(2 * count);
        for (var i = 0; i < exceptions.Length; i += 2)
        {
            if (exceptions[i] >= PackedBlock.Size)
                throw new CorruptIndexException($"exception at {exceptions[i]} of a block of {PackedBlock.Size}", input);
            values[exceptions[i]] |= exceptions[i + 1] << bits;
        }
    }

    /// <summary>Reads 128 values and adds to each those before it.</summary>
    /// <returns>False when a value is below 1 or the sum is too large; the sums are of no use then.</returns>
    public static bool TryReadSums(IndexInput input, Span<int> sums)
    {
        int bits = input.ByteAt(input.Position) & WidthMask;
        if (GapRuns.IsSupported && bits is > 0 and <= SummedBits)
            return TrySumRuns(input, bits, sums);
        Read(input, sums);
        return DocIdBlock.Sum(sums, previous: 0) >= 0;
    }

    // Exceptions are put into the words from which the values are added up; as long as a value needs no more than its lane.
    [SkipLocalsInit]
    private static bool TrySumRuns(IndexInput input, int bits, Span<int> sums)
    {
        long start = input.Position;
        int count = input.ReadByte() >> ExceptionCountShift;
        Span<ulong> collapsed = stackalloc ulong[2 * SummedBits];
        ref ulong first = ref MemoryMarshal.GetReference(collapsed);
        UnpackKernels.Unpack(bits, ref Unsafe.As<byte, ulong>(ref MemoryMarshal.GetReference(input.ReadSpan(PackedBlock.ByteCount(bits)))), ref first);
        ReadOnlySpan<byte> exceptions = input.ReadSpan(2 * count);
        for (var i = 0; i < exceptions.Length; i += 2)
        {
            int place = exceptions[i];
            int high = exceptions[i + 1] << bits;
            if (place >= PackedBlock.Size || high > byte.MaxValue)
            {
                input.Seek(start);
                Read(input, sums);
                return DocIdBlock.Sum(sums, previous: 0) >= 0;
            }
            collapsed[place & 15] |= (ulong)high << (56 - 8 * (place >> 4));
        }
        return GapRuns.TrySum(SummedBits, ref first, previous: 0, ref MemoryMarshal.GetReference(sums[..PackedBlock.Size]));
    }

    /// <summary>Moves behind a block without decoding it.</summary>
    public static void Skip(IndexInput input)
    {
        byte token = input.ReadByte();
        int bits = token & WidthMask;
        if (bits == 0)
            input.ReadVInt64();
        input.Skip(PackedBlock.ByteCount(bits) + 2 * (token >> ExceptionCountShift));
    }

    private static int BitsOf(int value) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)value));

    // The largest values with repetitions, ascending.
    private static void FindLargest(ReadOnlySpan<int> values, Span<int> largest)
    {
        largest.Clear();
        foreach (int value in values)
        {
            if (value <= largest[0])
                continue;
            var i = 0;
            for (; i + 1 < largest.Length && largest[i + 1] < value; i++)
                largest[i] = largest[i + 1];
            largest[i] = value;
        }
    }
}
