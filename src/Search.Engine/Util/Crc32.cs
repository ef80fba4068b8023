using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Engine.Util;

/// <summary>CRC-32 of zlib and IEEE 802.3 (reflected polynomial 0xEDB88320, initial and final XOR 0xFFFFFFFF).</summary>
/// <remarks>
/// The checksum is the remainder of the input as a polynomial. Where the processor multiplies polynomials, 64 bytes are folded onto the 64
/// behind them at a time (Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ", 2009), and the last 16 go through
/// the tables. Else eight bytes a step go through eight tables ("slicing by 8", Kounavis and Berry 2005); one byte a step is the definition.
/// </remarks>
internal struct Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int FoldBytes = 64;

    private static readonly uint[][] Tables = BuildTables();

    // What folds 16 bytes 64 and 16 bytes on: the factors of their low and high halves.
    private static readonly Vector128<ulong> FoldBy64 = Vector128.Create(PowerOfX(64 * 8 + 32), PowerOfX(64 * 8 - 32));
    private static readonly Vector128<ulong> FoldBy16 = Vector128.Create(PowerOfX(16 * 8 + 32), PowerOfX(16 * 8 - 32));

    private uint _state; // the complement of the running remainder, so that default is the empty input

    /// <summary>The checksum of all bytes so far.</summary>
    public readonly uint Value => _state;

    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        Crc32 crc = default;
        crc.Update(bytes);
        return crc.Value;
    }

    public void Update(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~_state;
        if (Pclmulqdq.IsSupported && bytes.Length >= 2 * FoldBytes)
        {
            int folded = bytes.Length & ~(FoldBytes - 1);
            crc = UpdateFolding(crc, bytes[..folded]);
            bytes = bytes[folded..];
        }
        _state = ~UpdateBySlices(crc, bytes);
    }

    /// <summary>The definition; the other ways must answer the same.</summary>
    internal static uint UpdateBytewise(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
            crc = (crc >> 8) ^ Tables[0][(crc ^ b) & 0xFF];
        return crc;
    }

    /// <summary>Eight bytes a step.</summary>
    internal static uint UpdateBySlices(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF] ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][(high >> 8) & 0xFF] ^ Tables[1][(high >> 16) & 0xFF] ^ Tables[0][high >> 24];
            bytes = bytes[8..];
        }
        return UpdateBytewise(crc, bytes);
    }

    /// <summary>64 bytes a step; <see cref="Pclmulqdq"/> is there.</summary>
    /// <param name="bytes">A positive multiple of 64.</param>
    internal static uint UpdateFolding(uint crc, ReadOnlySpan<byte> bytes)
    {
        Vector128<ulong> first = Load(bytes, 0) ^ Vector128.CreateScalar((ulong)crc);
        Vector128<ulong> second = Load(bytes, 16);
        Vector128<ulong> third = Load(bytes, 32);
        Vector128<ulong> fourth = Load(bytes, 48);
        for (bytes = bytes[FoldBytes..]; !bytes.IsEmpty; bytes = bytes[FoldBytes..])
        {
            first = Fold(first, FoldBy64) ^ Load(bytes, 0);
            second = Fold(second, FoldBy64) ^ Load(bytes, 16);
            third = Fold(third, FoldBy64) ^ Load(bytes, 32);
            fourth = Fold(fourth, FoldBy64) ^ Load(bytes, 48);
        }
        second ^= Fold(first, FoldBy16);
        third ^= Fold(second, FoldBy16);
        fourth ^= Fold(third, FoldBy16);

        // What is left has the same remainder as all bytes, and starts from nothing.
        Span<byte> rest = stackalloc byte[16];
        fourth.AsByte().CopyTo(rest);
        return UpdateBySlices(0, rest);
    }

    private static Vector128<ulong> Load(ReadOnlySpan<byte> bytes, int at) => Vector128.Create(bytes.Slice(at, 16)).AsUInt64();

    private static Vector128<ulong> Fold(Vector128<ulong> value, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(value, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, by, 0x11);

    // The remainder of x^n, reflected; products of reflected polynomials come out one bit too low.
    private static ulong PowerOfX(int n)
    {
        uint power = 0x80000000;
        for (; n > 0; n--)
            power = (power & 1) != 0 ? (power >> 1) ^ Polynomial : power >> 1;
        return (ulong)power << 1;
    }

    private static uint[][] BuildTables()
    {
        var tables = new uint[8][];
        for (var k = 0; k < 8; k++)
        {
            tables[k] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                uint crc = k == 0 ? i : tables[k - 1][i];
                for (var bit = 0; bit < 8; bit++)
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
                tables[k][i] = crc;
            }
        }
        return tables;
    }
}
