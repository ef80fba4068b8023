using System.Numerics;

namespace Search.Engine.Util;

/// <summary>A field's length as one byte: four significant bits above 24, exact up to 40, rounded down.</summary>
/// <remarks>The norm of BM25. Source: the search semantics notes, section 2.2 (tests hold the 256 codes).</remarks>
public static class LengthNorm
{
    /// <summary>The code of a length; codes order like lengths.</summary>
    /// <param name="length">At least 0.</param>
    public static byte Encode(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length < 24)
            return (byte)length;
        int rest = length - 24;
        int bits = 32 - BitOperations.LeadingZeroCount((uint)rest);
        if (bits < 4)
            return (byte)(24 + rest);
        int shift = bits - 4;
        return (byte)(24 + (((rest >> shift) & 7) | ((shift + 1) << 3)));
    }

    /// <summary>The smallest length with this code.</summary>
    public static int Decode(byte code)
    {
        if (code < 24)
            return code;
        int rest = code - 24;
        int shift = (rest >> 3) - 1;
        int mantissa = rest & 7;
        return 24 + (shift < 0 ? mantissa : (mantissa | 8) << shift);
    }
}
