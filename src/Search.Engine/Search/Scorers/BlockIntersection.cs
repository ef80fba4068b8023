using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine.Search.Scorers;

/// <summary>Finds documents in a decoded block.</summary>
internal static class BlockIntersection
{
    /// <summary>Documents of a full block.</summary>
    public const int BlockSize = 128;

    private const int GroupSize = 16;

    /// <summary>The ascending documents that an ascending block has: their places among the wanted and in the block, side by side.</summary>
    /// <param name="wanted">None is above the block's last.</param>
    /// <param name="wantedPlaces">As long as <paramref name="wanted"/>.</param>
    /// <param name="blockPlaces">As long as <paramref name="wanted"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Match(ReadOnlySpan<int> wanted, ReadOnlySpan<int> block, Span<int> wantedPlaces, Span<int> blockPlaces) =>
        Vector256.IsHardwareAccelerated && block.Length == BlockSize
            ? MatchVector256(wanted, block, wantedPlaces, blockPlaces)
            : MatchScalar(wanted, block, wantedPlaces, blockPlaces);

    /// <summary>The definition; every other body must answer the same.</summary>
    internal static int MatchScalar(ReadOnlySpan<int> wanted, ReadOnlySpan<int> block, Span<int> wantedPlaces, Span<int> blockPlaces)
    {
        var count = 0;
        var place = 0;
        for (var i = 0; i < wanted.Length; i++)
        {
            while (block[place] < wanted[i])
                place++;
            if (block[place] != wanted[i])
                continue;
            wantedPlaces[count] = i;
            blockPlaces[count++] = place;
        }
        return count;
    }

    // Of the eight groups of the block the last documents tell which can have a document: then that group is compared as a whole. No branch
    // depends on the data.
    internal static int MatchVector256(ReadOnlySpan<int> wanted, ReadOnlySpan<int> block, Span<int> wantedPlaces, Span<int> blockPlaces)
    {
        ref int first = ref MemoryMarshal.GetReference(block[..BlockSize]);
        Vector256<int> lasts = Vector256.Create(block[15], block[31], block[47], block[63], block[79], block[95], block[111], block[127]);
        var count = 0;
        for (var i = 0; i < wanted.Length; i++)
        {
            Vector256<int> target = Vector256.Create(wanted[i]);
            int group = GroupSize * BitOperations.PopCount(Vector256.LessThan(lasts, target).ExtractMostSignificantBits());
            uint equal = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)group), target).ExtractMostSignificantBits()
                | (Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)group + 8), target).ExtractMostSignificantBits() << 8);
            wantedPlaces[count] = i;
            blockPlaces[count] = group + BitOperations.TrailingZeroCount(equal);
            count += equal != 0 ? 1 : 0;
        }
        return count;
    }
}
