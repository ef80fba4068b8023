using System.Numerics;

namespace Search.Engine.Codecs.Packed;

/// <summary>How many bits a packed number takes.</summary>
/// <remarks>README.md; container notes, sections 2.1 and 2.3.</remarks>
internal static class PackedWidth
{
    private static ReadOnlySpan<byte> DirectWidths => [1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64];

    /// <summary>Bits of a number taken as unsigned; at least 1.</summary>
    /// <param name="bits">The largest number, or the bitwise or of all of them.</param>
    public static int Of(long bits) => Math.Max(1, 64 - BitOperations.LeadingZeroCount((ulong)bits));

    /// <summary>As <see cref="Of"/>, rounded up to a width that direct runs may have.</summary>
    public static int OfDirect(long bits) => RoundUp(Of(bits));

    /// <summary>The least width of direct runs that is at least <paramref name="width"/>, which is in 1..64.</summary>
    public static int RoundUp(int width)
    {
        foreach (byte legal in DirectWidths)
        {
            if (legal >= width)
                return legal;
        }
        throw new ArgumentOutOfRangeException(nameof(width), width, "No number has more than 64 bits.");
    }

    /// <summary>Whether a direct run may have this width.</summary>
    public static bool IsDirect(int width) => width is >= 1 and <= 64 && RoundUp(width) == width;
}
