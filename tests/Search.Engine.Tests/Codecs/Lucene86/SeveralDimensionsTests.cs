using Search.Engine.Codecs.Lucene86;
using Search.Engine.Index;
using Search.Engine.Tests.Codecs.Lucene80;

namespace Search.Engine.Tests.Codecs.Lucene86;

public sealed class SeveralDimensionsTests
{
    [Theory]
    [InlineData(1, 2, 2, 4, 256)]
    [InlineData(513, 2, 2, 8, 256)]
    [InlineData(5000, 3, 3, 4, 256)]
    [InlineData(5000, 4, 2, 16, 3)]
    [InlineData(20_000, 2, 1, 2, 256)]
    [InlineData(3000, 2, 2, 4, 1)]
    public void Boxes_give_what_a_plain_list_gives(int count, int dimensions, int indexDimensions, int width, int digits)
    {
        var random = new Random(count + dimensions);
        FieldInfo info = ColumnSegment.Point("box", 1, width) with { PointDimensionCount = dimensions, PointIndexDimensionCount = indexDimensions };
        var values = new byte[count * dimensions * width];
        for (var i = 0; i < values.Length; i++)
            values[i] = (byte)(i % width < width - 2 ? 7 : random.Next(digits));
        int[] docIds = [.. Enumerable.Range(0, count).Select(_ => random.Next(count))];
        using var segment = new ColumnSegment(count, info);
        using Lucene86PointsReader reader = segment.WritePoints(info, values, docIds);
        PointValues points = reader.Points(info)!;

        Assert.Equal((count, docIds.Distinct().Count()), (points.Count, points.DocCount));
        for (var i = 0; i < 20; i++)
        {
            var box = new Box(Point(random.Next(count)), Point(random.Next(count)), indexDimensions, width);
            points.Intersect(box);
            Assert.Equal(Enumerable.Range(0, count).Where(point => box.Contains(Point(point))).Select(point => docIds[point]).Order(), box.Docs.Order());
        }

        byte[] Point(int point) => values.AsSpan(point * dimensions * width, dimensions * width).ToArray();
    }

    private sealed class Box : IPointVisitor
    {
        private readonly byte[] _low;
        private readonly byte[] _high;
        private readonly int _dimensions;
        private readonly int _width;

        public Box(byte[] a, byte[] b, int dimensions, int width)
        {
            (_low, _high, _dimensions, _width) = (a, b, dimensions, width);
            for (var dimension = 0; dimension < dimensions; dimension++)
            {
                Span<byte> low = Of(_low, dimension);
                Span<byte> high = Of(_high, dimension);
                if (low.SequenceCompareTo(high) <= 0)
                    continue;
                byte[] swap = low.ToArray();
                high.CopyTo(low);
                swap.CopyTo(high);
            }
        }

        public List<int> Docs { get; } = [];

        public bool Contains(byte[] point)
        {
            for (var dimension = 0; dimension < _dimensions; dimension++)
            {
                if (Of(point, dimension).SequenceCompareTo(Of(_low, dimension)) < 0 || Of(point, dimension).SequenceCompareTo(Of(_high, dimension)) > 0)
                    return false;
            }
            return true;
        }

        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max)
        {
            var isInside = true;
            for (var dimension = 0; dimension < _dimensions; dimension++)
            {
                ReadOnlySpan<byte> smallest = min.Slice(dimension * _width, _width);
                ReadOnlySpan<byte> largest = max.Slice(dimension * _width, _width);
                if (largest.SequenceCompareTo(Of(_low, dimension)) < 0 || smallest.SequenceCompareTo(Of(_high, dimension)) > 0)
                    return CellRelation.Outside;
                isInside &= smallest.SequenceCompareTo(Of(_low, dimension)) >= 0 && largest.SequenceCompareTo(Of(_high, dimension)) <= 0;
            }
            return isInside ? CellRelation.Inside : CellRelation.Crosses;
        }

        public void VisitInside(ReadOnlySpan<int> docs) => Docs.AddRange(docs);

        public void Visit(int docId, ReadOnlySpan<byte> packedValue)
        {
            if (Contains(packedValue.ToArray()))
                Docs.Add(docId);
        }

        private Span<byte> Of(byte[] point, int dimension) => point.AsSpan(dimension * _width, _width);
    }
}
