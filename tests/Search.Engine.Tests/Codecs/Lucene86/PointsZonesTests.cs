using Search.Engine.Codecs.Lucene86;
using Search.Engine.Index;
using Search.Engine.Tests.Codecs.Lucene80;
using Search.Engine.Util;

namespace Search.Engine.Tests.Codecs.Lucene86;

public sealed class PointsZonesTests
{
    private const int Count = 40_000;

    private static readonly FieldInfo Ts = ColumnSegment.Point("ts", 4, 8);

    [Theory]
    [InlineData("archive")]
    [InlineData("two archives")]
    [InlineData("gaps")]
    [InlineData("long gap")]
    [InlineData("several")]
    [InlineData("random")]
    [InlineData("constant")]
    public void A_range_gathered_by_zones_is_that_of_a_plain_list(string kind)
    {
        (long Value, int Doc)[] points = PointsOf(kind);
        using var segment = new ColumnSegment(points.Max(point => point.Doc) + 3, Ts);
        using Lucene86PointsReader reader = segment.WritePoints(Ts, Pack(points), [.. points.Select(point => point.Doc)]);
        PointValues values = reader.Points(Ts)!;
        PayForZones(values);

        var random = new Random(1);
        for (var i = 0; i < 40; i++)
        {
            long a = points[random.Next(points.Length)].Value + random.Next(3) - 1;
            long b = points[random.Next(points.Length)].Value + random.Next(3) - 1;
            AssertRange(points, values, Math.Min(a, b), Math.Max(a, b));
        }
        AssertRange(points, values, long.MinValue, long.MaxValue);
        AssertRange(points, values, long.MinValue, points[^1].Value);
        AssertRange(points, values, long.MaxValue, long.MaxValue);
    }

    [Fact]
    public void Of_an_archive_the_leaves_at_the_ends_of_a_range_are_read()
    {
        (long Value, int Doc)[] points = PointsOf("archive");
        using var segment = new ColumnSegment(Count, Ts);
        using Lucene86PointsReader reader = segment.WritePoints(Ts, Pack(points), [.. points.Select(point => point.Doc)]);
        PointValues values = reader.Points(Ts)!;
        var before = new Gatherer(Count / 4, 3 * Count / 4);
        values.Intersect(before);
        PayForZones(values);
        var after = new Gatherer(Count / 4, 3 * Count / 4);
        values.Intersect(after);

        Assert.True(before.Read > Count / 3, $"{before.Read} documents of leaves at first");
        Assert.True(after.Read < Count / 8, $"{after.Read} documents of leaves with zones");
        Assert.Equal(before.Docs, after.Docs);
    }

    private static void PayForZones(PointValues values)
    {
        for (var i = 0; i < 2; i++)
            values.Intersect(new Gatherer(long.MinValue, long.MaxValue));
    }

    private static void AssertRange((long Value, int Doc)[] points, PointValues values, long low, long high)
    {
        var gatherer = new Gatherer(low, high);
        values.Intersect(gatherer);
        Assert.Equal(points.Where(point => point.Value >= low && point.Value <= high).Select(point => point.Doc).Distinct().Order(), gatherer.Docs);
    }

    private static (long Value, int Doc)[] PointsOf(string kind)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, Count).Select(i => kind switch
        {
            "archive" => (i + random.Next(-900, 900), i),
            "two archives" => ((i % (Count / 2)) + random.Next(-300, 300), i),
            "gaps" => (i + random.Next(-900, 900), (2 * i) + random.Next(2)),
            "long gap" => (i + random.Next(-900, 900), i < Count / 2 ? i : i + 3000),
            "several" => (i + random.Next(-900, 900), i / 3),
            "random" => (random.NextInt64(), i),
            _ => (5L, i),
        })];
    }

    private static byte[] Pack((long Value, int Doc)[] points)
    {
        var packed = new byte[points.Length * 8];
        for (var i = 0; i < points.Length; i++)
            NumericBytes.WriteSortable(points[i].Value, packed.AsSpan(i * 8));
        return packed;
    }

    private sealed class Gatherer(long low, long high) : IDocumentVisitor
    {
        public SortedSet<int> Docs { get; } = [];

        /// <summary>Documents that came from leaves.</summary>
        public int Read { get; private set; }

        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max)
        {
            long lowest = NumericBytes.ReadSortableInt64(min);
            long highest = NumericBytes.ReadSortableInt64(max);
            if (highest < low || lowest > high)
                return CellRelation.Outside;
            return lowest >= low && highest <= high ? CellRelation.Inside : CellRelation.Crosses;
        }

        public void VisitInside(ReadOnlySpan<int> docs)
        {
            Read += docs.Length;
            foreach (int docId in docs)
                Docs.Add(docId);
        }

        public void VisitInside(FixedBitSet docs, int from, int to)
        {
            Assert.Equal(0, from % 64);
            Assert.True(to % 64 == 0 || to == docs.Length);
            for (int docId = docs.NextSetBit(from); docId >= 0 && docId < to; docId = docs.NextSetBit(docId + 1))
                Docs.Add(docId);
        }

        public void Visit(int docId, ReadOnlySpan<byte> packedValue)
        {
            long value = NumericBytes.ReadSortableInt64(packedValue);
            if (value >= low && value <= high)
                Docs.Add(docId);
        }
    }
}
