using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Util;

/// <summary>Finds documents in a decoded block.</summary>
internal static class BlockIntersection
{
    /// <summary>Documents of a full block.</summary>
    public const int BlockSize = 128;

    private const int GroupSize = 16;

    /// <summary>
    /// The ascending documents that an ascending block has: their places among the wanted and in the block, side by side. Wanted documents
    /// from the first on that is above the block's last are not looked at.
    /// </summary>
    /// <param name="looked">How many were looked at: at most so many as there is room for.</param>
    /// <returns>How many there are.</returns>
    public static int Match(ReadOnlySpan<int> wanted, ReadOnlySpan<int> block, Span<int> wantedPlaces, Span<int> blockPlaces, out int looked)
    {
        if (wanted.Length > wantedPlaces.Length)
            wanted = wanted[..wantedPlaces.Length];
        return Vector256.IsHardwareAccelerated && block.Length == BlockSize
            ? MatchVector256(wanted, block, wantedPlaces, blockPlaces, out looked)
            : MatchScalar(wanted, block, wantedPlaces, blockPlaces, out looked);
    }

    /// <summary>The definition; every other body must answer the same.</summary>
    internal static int MatchScalar(ReadOnlySpan<int> wanted, ReadOnlySpan<int> block, Span<int> wantedPlaces, Span<int> blockPlaces, out int looked)
    {
        var count = 0;
        var place = 0;
        var i = 0;
        for (; i < wanted.Length && wanted[i] <= block[^1]; i++)
        {
            while (block[place] < wanted[i])
                place++;
            if (block[place] != wanted[i])
                continue;
            wantedPlaces[count] = i;
            blockPlaces[count++] = place;
        }
        looked = i;
        return count;
    }

    // Of the eight groups of the block the last documents tell which can have a document: then that group is compared as a whole. No branch
    // depends on the data but the one at the end.
    internal static int MatchVector256(ReadOnlySpan<int> wanted, ReadOnlySpan<int> block, Span<int> wantedPlaces, Span<int> blockPlaces, out int looked)
    {
        ref int first = ref MemoryMarshal.GetReference(block[..BlockSize]);
        ref int wantedPlace = ref MemoryMarshal.GetReference(wantedPlaces[..wanted.Length]);
        ref int blockPlace = ref MemoryMarshal.GetReference(blockPlaces[..wanted.Length]);
        int last = block[BlockSize - 1];
        Vector256<int> lasts = Vector256.Create(block[15], block[31], block[47], block[63], block[79], block[95], block[111], last);
        var count = 0;
        var i = 0;
        for (; i < wanted.Length && wanted[i] <= last; i++)
        {
            Vector256<int> target = Vector256.Create(wanted[i]);
            int group = GroupSize * BitOperations.PopCount(Vector256.LessThan(lasts, target).ExtractMostSignificantBits());
            uint equal = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)group), target).ExtractMostSignificantBits()
                | (Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)group + 8), target).ExtractMostSignificantBits() << 8);
            Unsafe.Add(ref wantedPlace, count) = i;
            Unsafe.Add(ref blockPlace, count) = group + BitOperations.TrailingZeroCount(equal);
            count += equal != 0 ? 1 : 0;
        }
        looked = i;
        return count;
    }
}
