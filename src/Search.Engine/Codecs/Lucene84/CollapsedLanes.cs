using System.Runtime.Intrinsics;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Lays the values of collapsed words out in their order, by vectors of 256 bits.</summary>
/// <remarks>
/// <see cref="PackedBlock"/> says what a collapsed word is. The upper halves of the words hold the first half of the block and the lower
/// halves the second, so the halves are gathered first; what a half word holds is then shifted out, lane after lane.
/// </remarks>
internal static class CollapsedLanes
{
    /// <summary>Whether the machine has such vectors and the byte order of the words.</summary>
    public static bool IsSupported => Vector256.IsHardwareAccelerated && BitConverter.IsLittleEndian;

    /// <summary>Writes the 128 values of twice as many words as a lane has bits.</summary>
    /// <param name="lane">8, 16 or 32 bits.</param>
    public static void Expand(int lane, ref ulong collapsed, ref int values)
    {
        switch (lane)
        {
            case 8: Expand8(ref collapsed, ref values); break;
            case 16: Expand16(ref collapsed, ref values); break;
            default: Expand32(ref collapsed, ref values); break;
        }
    }

    private static void Expand8(ref ulong collapsed, ref int values)
    {
        for (nuint word = 0; word < 16; word += 8)
        {
            (Vector256<int> upper, Vector256<int> lower) = Halves(ref collapsed, word);
            Vector256<int> mask = Vector256.Create(0xFF);
            (upper >>> 24).StoreUnsafe(ref values, word);
            ((upper >>> 16) & mask).StoreUnsafe(ref values, word + 16);
            ((upper >>> 8) & mask).StoreUnsafe(ref values, word + 32);
            (upper & mask).StoreUnsafe(ref values, word + 48);
            (lower >>> 24).StoreUnsafe(ref values, word + 64);
            ((lower >>> 16) & mask).StoreUnsafe(ref values, word + 80);
            ((lower >>> 8) & mask).StoreUnsafe(ref values, word + 96);
            (lower & mask).StoreUnsafe(ref values, word + 112);
        }
    }

    private static void Expand16(ref ulong collapsed, ref int values)
    {
        for (nuint word = 0; word < 32; word += 8)
        {
            (Vector256<int> upper, Vector256<int> lower) = Halves(ref collapsed, word);
            Vector256<int> mask = Vector256.Create(0xFFFF);
            (upper >>> 16).StoreUnsafe(ref values, word);
            (upper & mask).StoreUnsafe(ref values, word + 32);
            (lower >>> 16).StoreUnsafe(ref values, word + 64);
            (lower & mask).StoreUnsafe(ref values, word + 96);
        }
    }

    private static void Expand32(ref ulong collapsed, ref int values)
    {
        for (nuint word = 0; word < 64; word += 8)
        {
            (Vector256<int> upper, Vector256<int> lower) = Halves(ref collapsed, word);
            upper.StoreUnsafe(ref values, word);
            lower.StoreUnsafe(ref values, word + 64);
        }
    }

    // Of eight words.
    private static (Vector256<int> Upper, Vector256<int> Lower) Halves(ref ulong collapsed, nuint word)
    {
        Vector256<int> upperFirst = Vector256.Create(1, 3, 5, 7, 0, 2, 4, 6);
        Vector256<int> one = Vector256.Shuffle(Vector256.LoadUnsafe(ref collapsed, word).AsInt32(), upperFirst);
        Vector256<int> other = Vector256.Shuffle(Vector256.LoadUnsafe(ref collapsed, word + 4).AsInt32(), upperFirst);
        return (Vector256.Create(one.GetLower(), other.GetLower()), Vector256.Create(one.GetUpper(), other.GetUpper()));
    }
}
