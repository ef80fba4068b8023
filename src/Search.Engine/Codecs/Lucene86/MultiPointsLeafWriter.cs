using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Writes leaf blocks of points of several dimensions: all equal, or runs on one dimension.</summary>
/// <remarks>README.md, "Points", leaf; column notes, section 4.4. One thread at a time.</remarks>
internal sealed class MultiPointsLeafWriter(PointsShape shape)
{
    /// <summary>In place of a dimension: all points are equal.</summary>
    public const int None = -1;

    private readonly int[] _prefixes = new int[shape.Dimensions];
    private readonly int[] _leafDocIds = new int[Lucene86PointsFormat.PointsPerLeaf];

    /// <summary>The dimension on which a leaf should be sorted: the one whose values differ and share most leading bytes.</summary>
    public int DimensionOfRuns(ReadOnlySpan<int> points, ReadOnlySpan<byte> values)
    {
        int best = None;
        for (var dimension = 0; dimension < shape.Dimensions; dimension++)
        {
            ReadOnlySpan<byte> first = Value(values, points[0], dimension);
            int prefix = shape.Width;
            foreach (int point in points)
                prefix = Math.Min(prefix, first.CommonPrefixLength(Value(values, point, dimension)));
            _prefixes[dimension] = prefix;
            if (prefix < shape.Width && (best == None || prefix > _prefixes[best]))
                best = dimension;
        }
        return best;
    }

    /// <summary>Writes the leaf that <see cref="DimensionOfRuns"/> was asked for last.</summary>
    /// <param name="points">Sorted on <paramref name="dimension"/>.</param>
    public void Write(DataOutput data, ReadOnlySpan<int> points, ReadOnlySpan<byte> values, ReadOnlySpan<int> docIds, int dimension)
    {
        for (var i = 0; i < points.Length; i++)
            _leafDocIds[i] = docIds[points[i]];
        data.WriteVInt32(points.Length);
        PointsLeafWriter.WriteDocIds(data, _leafDocIds.AsSpan(0, points.Length));
        for (var other = 0; other < shape.Dimensions; other++)
        {
            data.WriteVInt32(_prefixes[other]);
            data.WriteBytes(Value(values, points[0], other)[.._prefixes[other]]);
        }
        data.WriteByte((byte)dimension);
        if (dimension == None)
            return;
        if (shape.IndexDimensions > 1)
            WriteBounds(data, points, values);
        WriteRuns(data, points, values, dimension);
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> values, int point, int dimension) =>
        values.Slice(point * shape.PointBytes + dimension * shape.Width, shape.Width);

    private void WriteBounds(DataOutput data, ReadOnlySpan<int> points, ReadOnlySpan<byte> values)
    {
        for (var dimension = 0; dimension < shape.IndexDimensions; dimension++)
        {
            ReadOnlySpan<byte> min = Value(values, points[0], dimension);
            ReadOnlySpan<byte> max = min;
            foreach (int point in points)
            {
                ReadOnlySpan<byte> value = Value(values, point, dimension);
                if (value.SequenceCompareTo(min) < 0)
                    min = value;
                else if (value.SequenceCompareTo(max) > 0)
                    max = value;
            }
            data.WriteBytes(min[_prefixes[dimension]..]);
            data.WriteBytes(max[_prefixes[dimension]..]);
        }
    }

    private void WriteRuns(DataOutput data, ReadOnlySpan<int> points, ReadOnlySpan<byte> values, int dimension)
    {
        int end;
        for (var from = 0; from < points.Length; from = end)
        {
            byte shared = Value(values, points[from], dimension)[_prefixes[dimension]];
            end = from + 1;
            while (end < points.Length && end - from < byte.MaxValue && Value(values, points[end], dimension)[_prefixes[dimension]] == shared)
                end++;
            data.WriteByte(shared);
            data.WriteByte((byte)(end - from));
            foreach (int point in points[from..end])
            {
                for (var other = 0; other < shape.Dimensions; other++)
                    data.WriteBytes(Value(values, point, other)[(_prefixes[other] + (other == dimension ? 1 : 0))..]);
            }
        }
    }
}
