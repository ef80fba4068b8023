using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with any of a set of points of one dimension; constant score.</summary>
public sealed class PointSetQuery : Query
{
    private readonly byte[][] _values;
    private readonly PointKind _kind;

    private PointSetQuery(string field, IEnumerable<byte[]> values, int bytesPerDimension, PointKind kind)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
        BytesPerDimension = bytesPerDimension;
        _kind = kind;
        var sorted = new SortedSet<byte[]>(Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
        foreach (byte[] value in values)
            sorted.Add(value);
        _values = [.. sorted];
    }

    /// <summary>The field whose points are looked through.</summary>
    public string Field { get; }

    /// <summary>Bytes of a point.</summary>
    public int BytesPerDimension { get; }

    /// <summary>The distinct points, ascending.</summary>
    internal ReadOnlySpan<byte[]> Values => _values;

    /// <summary>Any of some 32-bit integers; repeats do not count.</summary>
    public static PointSetQuery Int32(string field, params ReadOnlySpan<int> values) =>
        new(field, Split(PointText.Pack(values), sizeof(int)), sizeof(int), PointKind.Int32);

    /// <summary>Any of some 64-bit integers; repeats do not count.</summary>
    public static PointSetQuery Int64(string field, params ReadOnlySpan<long> values) =>
        new(field, Split(PointText.Pack(values), sizeof(long)), sizeof(long), PointKind.Int64);

    /// <summary>Any of some 32-bit floats, compared as in an index: -0.0 is not 0.0, and NaN is NaN.</summary>
    public static PointSetQuery Single(string field, params ReadOnlySpan<float> values) =>
        new(field, Split(PointText.Pack(values), sizeof(int)), sizeof(int), PointKind.Single);

    /// <summary>Any of some 64-bit floats, compared as in an index: -0.0 is not 0.0, and NaN is NaN.</summary>
    public static PointSetQuery Double(string field, params ReadOnlySpan<double> values) =>
        new(field, Split(PointText.Pack(values), sizeof(long)), sizeof(long), PointKind.Double);

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        $"{QueryText.FieldPrefix(Field, defaultField)}{{{string.Join(' ', _values.Select(value => PointText.Print(_kind, value)))}}}";

    private static IEnumerable<byte[]> Split(byte[] packed, int bytes) => packed.Chunk(bytes);

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new PointSetWeight(this, needsScores, boost);

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (PointSetQuery)other;
        if (Field != that.Field || BytesPerDimension != that.BytesPerDimension || _values.Length != that._values.Length)
            return false;
        for (var i = 0; i < _values.Length; i++)
        {
            if (!_values[i].AsSpan().SequenceEqual(that._values[i]))
                return false;
        }
        return true;
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        hash.Add(Field, StringComparer.Ordinal);
        foreach (byte[] value in _values)
            hash.AddBytes(value);
        return hash.ToHashCode();
    }
}
