using Search.Engine.Store;
using static Search.Engine.Codecs.Lucene86.Lucene86PointsFormat;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Builds a tree of several dimensions: halves the points, always on the dimension in which they spread most.</summary>
/// <remarks>
/// README.md, "Points". Which dimension is split is the writer's choice: readers follow the tree. Keeps an int a point beside
/// the points themselves. Lives for one field.
/// </remarks>
internal ref struct PointsTreeBuilder
{
    private readonly IndexOutput _data;
    private readonly PointsShape _shape;
    private readonly ReadOnlySpan<byte> _values;
    private readonly ReadOnlySpan<int> _docIds;
    private readonly int[] _order;
    private readonly PointsSplits _splits;
    private readonly MultiPointsLeafWriter _leaf;

    /// <param name="values">The points, one after another; at least one.</param>
    /// <param name="docIds">Their documents.</param>
    public PointsTreeBuilder(IndexOutput data, PointsShape shape, ReadOnlySpan<byte> values, ReadOnlySpan<int> docIds)
    {
        _data = data;
        _shape = shape;
        _values = values;
        _docIds = docIds;
        _order = new int[docIds.Length];
        for (var i = 0; i < _order.Length; i++)
            _order[i] = i;
        _splits = new PointsSplits(shape.Width);
        _leaf = new MultiPointsLeafWriter(shape);
        Min = new byte[shape.IndexDimensions * shape.Width];
        Max = new byte[Min.Length];
    }

    /// <summary>Smallest value of each index dimension; known when built.</summary>
    public byte[] Min { get; }

    /// <summary>Largest value of each index dimension; known when built.</summary>
    public byte[] Max { get; }

    /// <summary>Writes all leaves.</summary>
    public PointsSplits Build()
    {
        FindBounds(_order, Min, Max);
        int leaves = (_order.Length + PointsPerLeaf - 1) / PointsPerLeaf;
        Build(_order, leaves, split: new byte[_shape.Width], splitDimension: 0);
        return _splits;
    }

    private void Build(Span<int> points, int leaves, ReadOnlySpan<byte> split, int splitDimension)
    {
        if (leaves == 1)
        {
            _splits.Add(_data.FilePointer, split, splitDimension);
            WriteLeaf(points);
            return;
        }
        int dimension = WidestDimension(points);
        Sort(points, dimension);
        int leftLeaves = LeftLeaves(leaves);
        Span<int> right = points[(leftLeaves * PointsPerLeaf)..];
        ReadOnlySpan<byte> rightSplit = Value(right[0], dimension);
        Build(points[..(leftLeaves * PointsPerLeaf)], leftLeaves, split, splitDimension);
        Build(right, leaves - leftLeaves, rightSplit, dimension);
    }

    private readonly ReadOnlySpan<byte> Value(int point, int dimension) =>
        _values.Slice(point * _shape.PointBytes + dimension * _shape.Width, _shape.Width);

    private readonly void FindBounds(ReadOnlySpan<int> points, Span<byte> min, Span<byte> max)
    {
        int width = _shape.Width;
        for (var dimension = 0; dimension < _shape.IndexDimensions; dimension++)
        {
            ReadOnlySpan<byte> smallest = Value(points[0], dimension);
            ReadOnlySpan<byte> largest = smallest;
            foreach (int point in points)
            {
                ReadOnlySpan<byte> value = Value(point, dimension);
                if (value.SequenceCompareTo(smallest) < 0)
                    smallest = value;
                else if (value.SequenceCompareTo(largest) > 0)
                    largest = value;
            }
            smallest.CopyTo(min[(dimension * width)..]);
            largest.CopyTo(max[(dimension * width)..]);
        }
    }

    // By the difference of the largest and the smallest value, both as big-endian numbers.
    private readonly int WidestDimension(ReadOnlySpan<int> points)
    {
        int width = _shape.Width;
        Span<byte> min = stackalloc byte[_shape.IndexDimensions * width];
        Span<byte> max = stackalloc byte[_shape.IndexDimensions * width];
        FindBounds(points, min, max);
        var widest = 0;
        UInt128 widestSpan = 0;
        for (var dimension = 0; dimension < _shape.IndexDimensions; dimension++)
        {
            Range bytes = (dimension * width)..((dimension + 1) * width);
            UInt128 span = ToNumber(max[bytes]) - ToNumber(min[bytes]);
            if (span > widestSpan)
                (widest, widestSpan) = (dimension, span);
        }
        return widest;
    }

    private static UInt128 ToNumber(ReadOnlySpan<byte> bigEndian)
    {
        UInt128 number = 0;
        foreach (byte digit in bigEndian)
            number = number << 8 | digit;
        return number;
    }

    // By one dimension as unsigned bytes, then by document: a counting pass a byte, last byte first.
    private readonly void Sort(Span<int> points, int dimension)
    {
        int width = _shape.Width;
        var keys = new byte[points.Length * width];
        var docIds = new int[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            Value(points[i], dimension).CopyTo(keys.AsSpan(i * width));
            docIds[i] = _docIds[points[i]];
        }
        int[] order = PointsSorter.Sort(keys, width, docIds);
        int[] unsorted = points.ToArray();
        for (var i = 0; i < order.Length; i++)
            points[i] = unsorted[order[i]];
    }

    private readonly void WriteLeaf(Span<int> points)
    {
        int dimension = _leaf.DimensionOfRuns(points, _values);
        if (dimension >= 0)
            Sort(points, dimension);
        _leaf.Write(_data, points, _values, _docIds, dimension);
    }
}
