using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a point in a range, both bounds included; constant score.</summary>
/// <remarks>Points compare as unsigned bytes; several dimensions make a box.</remarks>
public sealed class PointRangeQuery : Query
{
    private readonly byte[] _lower;
    private readonly byte[] _upper;
    private readonly PointKind _kind;

    private PointRangeQuery(string field, byte[] lower, byte[] upper, int bytesPerDimension, PointKind kind)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (lower.Length == 0 || lower.Length != upper.Length || lower.Length % bytesPerDimension != 0)
            throw new ArgumentException("bounds of whole dimensions, both of one length", nameof(upper));
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
    public static PointRangeQuery Int32(string field, int lower, int upper) => Int32(field, [lower], [upper]);

    /// <summary>64-bit integers in <c>[lower, upper]</c>.</summary>
    public static PointRangeQuery Int64(string field, long lower, long upper) => Int64(field, [lower], [upper]);

    /// <summary>32-bit floats in <c>[lower, upper]</c>.</summary>
    public static PointRangeQuery Single(string field, float lower, float upper) => Single(field, [lower], [upper]);

    /// <summary>64-bit floats in <c>[lower, upper]</c>.</summary>
    public static PointRangeQuery Double(string field, double lower, double upper) => Double(field, [lower], [upper]);

    /// <summary>Points of 32-bit integers whose every dimension is in its range.</summary>
    public static PointRangeQuery Int32(string field, ReadOnlySpan<int> lower, ReadOnlySpan<int> upper) =>
        new(field, PointText.Pack(lower), PointText.Pack(upper), sizeof(int), PointKind.Int32);

    /// <summary>Points of 64-bit integers whose every dimension is in its range.</summary>
    public static PointRangeQuery Int64(string field, ReadOnlySpan<long> lower, ReadOnlySpan<long> upper) =>
        new(field, PointText.Pack(lower), PointText.Pack(upper), sizeof(long), PointKind.Int64);

    /// <summary>Points of 32-bit floats whose every dimension is in its range.</summary>
    public static PointRangeQuery Single(string field, ReadOnlySpan<float> lower, ReadOnlySpan<float> upper) =>
        new(field, PointText.Pack(lower), PointText.Pack(upper), sizeof(int), PointKind.Single);

    /// <summary>Points of 64-bit floats whose every dimension is in its range.</summary>
    public static PointRangeQuery Double(string field, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper) =>
        new(field, PointText.Pack(lower), PointText.Pack(upper), sizeof(long), PointKind.Double);

    /// <summary>Packed points whose every dimension is in its range.</summary>
    /// <param name="lower">One dimension after another, copied; as long as <paramref name="upper"/>.</param>
    public static PointRangeQuery Packed(string field, ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper, int bytesPerDimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytesPerDimension);
        return new PointRangeQuery(field, lower.ToArray(), upper.ToArray(), bytesPerDimension, PointKind.Bytes);
    }

    /// <inheritdoc/>
    public override string ToString(string defaultField)
    {
        var ranges = new string[_lower.Length / BytesPerDimension];
        for (var i = 0; i < ranges.Length; i++)
        {
            int start = i * BytesPerDimension;
            ranges[i] = $"[{PointText.Print(_kind, _lower.AsSpan(start, BytesPerDimension))} TO {PointText.Print(_kind, _upper.AsSpan(start, BytesPerDimension))}]";
        }
        return QueryText.FieldPrefix(Field, defaultField) + string.Join(',', ranges);
    }

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
