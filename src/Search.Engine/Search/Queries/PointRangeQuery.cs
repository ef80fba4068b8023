using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a point in a range, both bounds included; constant score.</summary>
/// <remarks>Points compare as unsigned bytes; several dimensions make a box.</remarks>
public sealed class PointRangeQuery : Query
{
    private readonly byte[] _lower;
    private readonly byte[] _upper;
    private readonly PointKind _kind;

    private enum PointKind
    {
        Int32,
        Int64,
        Double,
        Bytes,
    }

    private PointRangeQuery(string field, byte[] lower, byte[] upper, int bytesPerDimension, PointKind kind)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
        _lower = lower;
        _upper = upper;
        BytesPerDimension = bytesPerDimension;
        _kind = kind;
    }

    /// <summary>The field whose points are looked through.</summary>
    public string Field { get; }

    /// <summary>Bytes of one dimension.</summary>
    public int BytesPerDimension { get; }

    /// <summary>The smallest point that fits, packed: one dimension after another.</summary>
    public ReadOnlySpan<byte> Lower => _lower;

    /// <summary>The largest point that fits, packed.</summary>
    public ReadOnlySpan<byte> Upper => _upper;

    /// <summary>32-bit integers in <c>[lower, upper]</c>.</summary>
    public static PointRangeQuery Int32(string field, int lower, int upper)
    {
        var low = new byte[sizeof(int)];
        var high = new byte[sizeof(int)];
        NumericBytes.WriteSortable(lower, low);
        NumericBytes.WriteSortable(upper, high);
        return new PointRangeQuery(field, low, high, sizeof(int), PointKind.Int32);
    }

    /// <summary>64-bit integers in <c>[lower, upper]</c>.</summary>
    public static PointRangeQuery Int64(string field, long lower, long upper) => Wide(field, lower, upper, PointKind.Int64);

    /// <summary>64-bit floats in <c>[lower, upper]</c>.</summary>
    public static PointRangeQuery Double(string field, double lower, double upper) =>
        Wide(field, NumericBytes.SortableBits(lower), NumericBytes.SortableBits(upper), PointKind.Double);

    /// <summary>Packed points whose every dimension is in its range.</summary>
    /// <param name="lower">One dimension after another, copied; as long as <paramref name="upper"/>.</param>
    public static PointRangeQuery Packed(string field, ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper, int bytesPerDimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytesPerDimension);
        if (lower.Length == 0 || lower.Length != upper.Length || lower.Length % bytesPerDimension != 0)
            throw new ArgumentException("bounds of whole dimensions, both of one length", nameof(upper));
        return new PointRangeQuery(field, lower.ToArray(), upper.ToArray(), bytesPerDimension, PointKind.Bytes);
    }

    /// <inheritdoc/>
    public override string ToString(string defaultField)
    {
        var ranges = new string[_lower.Length / BytesPerDimension];
        for (var i = 0; i < ranges.Length; i++)
        {
            int start = i * BytesPerDimension;
            ranges[i] = $"[{Printed(_lower.AsSpan(start, BytesPerDimension))} TO {Printed(_upper.AsSpan(start, BytesPerDimension))}]";
        }
        return QueryText.FieldPrefix(Field, defaultField) + string.Join(',', ranges);
    }

    private static PointRangeQuery Wide(string field, long lower, long upper, PointKind kind)
    {
        var low = new byte[sizeof(long)];
        var high = new byte[sizeof(long)];
        NumericBytes.WriteSortable(lower, low);
        NumericBytes.WriteSortable(upper, high);
        return new PointRangeQuery(field, low, high, sizeof(long), kind);
    }

    private string Printed(ReadOnlySpan<byte> value) => _kind switch
    {
        PointKind.Int32 => NumericBytes.ReadSortableInt32(value).ToString(System.Globalization.CultureInfo.InvariantCulture),
        PointKind.Int64 => NumericBytes.ReadSortableInt64(value).ToString(System.Globalization.CultureInfo.InvariantCulture),
        PointKind.Double => QueryText.Number(NumericBytes.DoubleFromSortable(NumericBytes.ReadSortableInt64(value))),
        _ => Convert.ToHexStringLower(value),
    };

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new PointRangeWeight(this, needsScores, boost);

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (PointRangeQuery)other;
        return Field == that.Field && BytesPerDimension == that.BytesPerDimension && Lower.SequenceEqual(that.Lower) && Upper.SequenceEqual(that.Upper);
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        hash.Add(Field, StringComparer.Ordinal);
        hash.AddBytes(_lower);
        hash.AddBytes(_upper);
        return hash.ToHashCode();
    }
}
