using System.Globalization;

namespace Search.Engine.Search.Queries;

/// <summary>Points packed from numbers, and printed again.</summary>
internal static class PointText
{
    /// <summary>Integers, one dimension after another.</summary>
    public static byte[] Pack(ReadOnlySpan<int> values)
    {
        var packed = new byte[values.Length * sizeof(int)];
        for (var i = 0; i < values.Length; i++)
            NumericBytes.WriteSortable(values[i], packed.AsSpan(i * sizeof(int)));
        return packed;
    }

    /// <inheritdoc cref="Pack(ReadOnlySpan{int})"/>
    public static byte[] Pack(ReadOnlySpan<long> values)
    {
        var packed = new byte[values.Length * sizeof(long)];
        for (var i = 0; i < values.Length; i++)
            NumericBytes.WriteSortable(values[i], packed.AsSpan(i * sizeof(long)));
        return packed;
    }

    /// <summary>Floats, one dimension after another.</summary>
    public static byte[] Pack(ReadOnlySpan<float> values)
    {
        var packed = new byte[values.Length * sizeof(int)];
        for (var i = 0; i < values.Length; i++)
            NumericBytes.WriteSortable(NumericBytes.SortableBits(values[i]), packed.AsSpan(i * sizeof(int)));
        return packed;
    }

    /// <inheritdoc cref="Pack(ReadOnlySpan{float})"/>
    public static byte[] Pack(ReadOnlySpan<double> values)
    {
        var packed = new byte[values.Length * sizeof(long)];
        for (var i = 0; i < values.Length; i++)
            NumericBytes.WriteSortable(NumericBytes.SortableBits(values[i]), packed.AsSpan(i * sizeof(long)));
        return packed;
    }

    /// <summary>One dimension as Lucene prints it.</summary>
    public static string Print(PointKind kind, ReadOnlySpan<byte> value) => kind switch
    {
        PointKind.Int32 => NumericBytes.ReadSortableInt32(value).ToString(CultureInfo.InvariantCulture),
        PointKind.Int64 => NumericBytes.ReadSortableInt64(value).ToString(CultureInfo.InvariantCulture),
        PointKind.Single => QueryText.Number(NumericBytes.SingleFromSortable(NumericBytes.ReadSortableInt32(value))),
        PointKind.Double => QueryText.Number(NumericBytes.DoubleFromSortable(NumericBytes.ReadSortableInt64(value))),
        _ => Convert.ToHexStringLower(value),
    };
}
