using System.Buffers.Binary;

namespace Search.Engine.Util;

/// <summary>CRC-32 of zlib and IEEE 802.3 (reflected polynomial 0xEDB88320, initial and final XOR 0xFFFFFFFF).</summary>
/// <remarks>Eight bytes a step through eight tables ("slicing by 8", Kounavis and Berry 2005); one byte a step is the definition.</remarks>
internal struct Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[][] Tables = BuildTables();

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
        while (bytes.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF] ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][(high >> 8) & 0xFF] ^ Tables[1][(high >> 16) & 0xFF] ^ Tables[0][high >> 24];
            bytes = bytes[8..];
        }
        _state = ~UpdateBytewise(crc, bytes);
    }

    /// <summary>The definition; the eight-byte steps must answer the same.</summary>
    internal static uint UpdateBytewise(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
            crc = (crc >> 8) ^ Tables[0][(crc ^ b) & 0xFF];
        return crc;
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
