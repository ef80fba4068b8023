using System.Runtime.CompilerServices;

namespace Search.Engine.Indexing.Buffering;

/// <summary>A few small numbers, coded with 7 bits a byte, lowest group first, in one word.</summary>
/// <param name="Bits">The bytes, the first one lowest; zeros behind them.</param>
/// <param name="Length">Number of bytes.</param>
internal readonly record struct VIntCodes(ulong Bits, int Length)
{
    private const int MaxBytesOfOne = 5;

    /// <summary>Whether any number surely fits behind those that are there.</summary>
    public bool HasRoom => Length <= sizeof(ulong) - MaxBytesOfOne;

    /// <summary>These and another number; <see cref="HasRoom"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VIntCodes With(int value)
    {
        var rest = (uint)value;
        ulong bits = Bits;
        int shift = 8 * Length;
        for (; rest >= 0x80; rest >>= 7, shift += 8)
            bits |= (ulong)(rest & 0x7F | 0x80) << shift;
        return new VIntCodes(bits | (ulong)rest << shift, (shift >> 3) + 1);
    }
}
