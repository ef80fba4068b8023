using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene87;

/// <summary>Stored floats and longs: small integers and round time stamps take few bytes.</summary>
/// <remarks>README.md, "Numbers"; container notes, section 10.3.</remarks>
internal static class StoredNumbers
{
    private const long Second = 1000;
    private const long Hour = 60 * 60 * Second;
    private const long Day = 24 * Hour;

    private const int CanonicalSingleNaN = 0x7FC00000;
    private const long CanonicalDoubleNaN = 0x7FF8000000000000;

    private const int SecondHeader = 0x40;
    private const int HourHeader = 0x80;
    private const int DayHeader = 0xC0;

    public static void WriteSingle(DataOutput output, float value)
    {
        if (value is >= -1 and <= 125 && IsSmallInteger(value, float.IsNegative(value)))
        {
            output.WriteByte((byte)(0x80 | (int)value + 1));
            return;
        }
        int bits = float.IsNaN(value) ? CanonicalSingleNaN : BitConverter.SingleToInt32Bits(value);
        if (bits < 0)
            output.WriteByte(0xFF);
        output.WriteInt32(bits);
    }

    public static float ReadSingle(ref StoredValueReader input)
    {
        int first = input.ReadByte();
        if (first == 0xFF)
            return BitConverter.Int32BitsToSingle(input.ReadInt32());
        if (first >= 0x80)
            return (first & 0x7F) - 1;
        int rest = (ushort)input.ReadInt16() << 8 | input.ReadByte();
        return BitConverter.Int32BitsToSingle(first << 24 | rest);
    }

    public static void WriteDouble(DataOutput output, double value)
    {
        if (value is >= -1 and <= 124 && IsSmallInteger(value, double.IsNegative(value)))
        {
            output.WriteByte((byte)(0x80 | (int)value + 1));
            return;
        }
        if (value == (float)value)
        {
            output.WriteByte(0xFE);
            output.WriteInt32(BitConverter.SingleToInt32Bits((float)value));
            return;
        }
        long bits = double.IsNaN(value) ? CanonicalDoubleNaN : BitConverter.DoubleToInt64Bits(value);
        if (bits < 0)
            output.WriteByte(0xFF);
        output.WriteInt64(bits);
    }

    public static double ReadDouble(ref StoredValueReader input)
    {
        int first = input.ReadByte();
        if (first == 0xFF)
            return BitConverter.Int64BitsToDouble(input.ReadInt64());
        if (first == 0xFE)
            return BitConverter.Int32BitsToSingle(input.ReadInt32());
        if (first >= 0x80)
            return (first & 0x7F) - 1;
        long rest = (long)(uint)input.ReadInt32() << 24 | (long)(ushort)input.ReadInt16() << 8 | input.ReadByte();
        return BitConverter.Int64BitsToDouble((long)first << 56 | rest);
    }

    public static void WriteInt64(DataOutput output, long value)
    {
        var header = 0;
        if (value % Second == 0)
        {
            (header, long unit) = value % Day == 0 ? (DayHeader, Day) : value % Hour == 0 ? (HourHeader, Hour) : (SecondHeader, Second);
            value /= unit;
        }
        ulong code = ZigZag.Encode(value);
        ulong upper = code >> 5;
        output.WriteByte((byte)(header | (int)(code & 0x1F) | (upper != 0 ? 0x20 : 0)));
        if (upper != 0)
            output.WriteVInt64((long)upper);
    }

    public static long ReadInt64(ref StoredValueReader input)
    {
        int header = input.ReadByte();
        ulong code = (ulong)header & 0x1F;
        if ((header & 0x20) != 0)
            code |= (ulong)input.ReadVInt64() << 5;
        long unit = (header & DayHeader) switch
        {
            SecondHeader => Second,
            HourHeader => Hour,
            DayHeader => Day,
            _ => 1,
        };
        return unchecked(ZigZag.Decode(code) * unit);
    }

    // Negative zero is no small integer: it keeps its sign.
    private static bool IsSmallInteger(double value, bool isNegative) => value == Math.Floor(value) && !(isNegative && value == 0);
}
