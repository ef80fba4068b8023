using System.Buffers.Binary;

namespace Search.Engine.Util;

/// <summary>Numbers as bytes whose unsigned order is the numbers' order, and as integers that sort like floats.</summary>
/// <remarks>Points hold the bytes; sorted-numeric columns hold sortable integers by convention.</remarks>
public static class NumericBytes
{
    // Java's one NaN; .NET's has the sign bit set and would sort before all numbers.
    private const int SingleNaN = 0x7FC0_0000;
    private const long DoubleNaN = 0x7FF8_0000_0000_0000;

    /// <summary>Four bytes: sign bit flipped, big-endian.</summary>
    public static void WriteSortable(int value, Span<byte> destination) =>
        BinaryPrimitives.WriteInt32BigEndian(destination, value ^ int.MinValue);

    /// <summary>Eight bytes: sign bit flipped, big-endian.</summary>
    public static void WriteSortable(long value, Span<byte> destination) =>
        BinaryPrimitives.WriteInt64BigEndian(destination, value ^ long.MinValue);

    /// <summary>Inverse of <see cref="WriteSortable(int, Span{byte})"/>.</summary>
    public static int ReadSortableInt32(ReadOnlySpan<byte> source) =>
        BinaryPrimitives.ReadInt32BigEndian(source) ^ int.MinValue;

    /// <summary>Inverse of <see cref="WriteSortable(long, Span{byte})"/>.</summary>
    public static long ReadSortableInt64(ReadOnlySpan<byte> source) =>
        BinaryPrimitives.ReadInt64BigEndian(source) ^ long.MinValue;

    /// <summary>An integer that orders like the float: -inf … -0.0 &lt; +0.0 … +inf &lt; NaN, whatever its bits.</summary>
    public static int SortableBits(float value) => float.IsNaN(value) ? SingleNaN : Sortable(BitConverter.SingleToInt32Bits(value));

    /// <summary>An integer that orders like the double: -inf … -0.0 &lt; +0.0 … +inf &lt; NaN, whatever its bits.</summary>
    public static long SortableBits(double value) => double.IsNaN(value) ? DoubleNaN : Sortable(BitConverter.DoubleToInt64Bits(value));

    /// <summary>Inverse of <see cref="SortableBits(float)"/>.</summary>
    public static float SingleFromSortable(int bits) => BitConverter.Int32BitsToSingle(Sortable(bits));

    /// <summary>Inverse of <see cref="SortableBits(double)"/>.</summary>
    public static double DoubleFromSortable(long bits) => BitConverter.Int64BitsToDouble(Sortable(bits));

    // Its own inverse: negative numbers get all bits but the sign inverted.
    private static int Sortable(int bits) => bits ^ ((bits >> 31) & int.MaxValue);

    private static long Sortable(long bits) => bits ^ ((bits >> 63) & long.MaxValue);
}
