using Search.Engine.Codecs.Lucene86;
using Search.Engine.Index;
using Search.Engine.Store;
using Search.Engine.Tests.Codecs.Lucene80;
using Search.Engine.Util;

namespace Search.Engine.Tests.Codecs.Lucene86;

public sealed class Lucene86PointsTests
{
    private static readonly FieldInfo Ts = ColumnSegment.Point("ts", 4, 8);

    public static TheoryData<int, string> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, string>();
            foreach (int count in (int[])[1, 2, 511, 512, 513, 1024, 1025, 1537, 2560, 3585, 20_000])
            {
                foreach (string kind in (string[])["ascending", "random", "few", "constant", "small", "multi"])
                    shapes.Add(count, kind);
            }
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Ranges_give_what_a_plain_list_gives(int count, string kind)
    {
        (long Value, int Doc)[] points = PointsOf(count, kind);
        int maxDoc = points.Max(point => point.Doc) + 1;
        using var segment = new ColumnSegment(maxDoc, Ts);
        using Lucene86PointsReader reader = segment.WritePoints(Ts, Pack(points), [.. points.Select(point => point.Doc)]);
        PointValues values = reader.Points(Ts)!;

        reader.CheckIntegrity();
        Assert.Equal(count, values.Count);
        Assert.Equal(points.Select(point => point.Doc).Distinct().Count(), values.DocCount);
        Assert.Equal(points.Min(point => point.Value), NumericBytes.ReadSortableInt64(values.Min));
        Assert.Equal(points.Max(point => point.Value), NumericBytes.ReadSortableInt64(values.Max));
        var random = new Random(count);
        for (var i = 0; i < 20; i++)
        {
            long a = points[random.Next(count)].Value + random.Next(3) - 1;
            long b = points[random.Next(count)].Value + random.Next(3) - 1;
            AssertRange(points, values, Math.Min(a, b), Math.Max(a, b));
        }
        AssertRange(points, values, long.MinValue, long.MaxValue);
    }

    [Fact]
    public void Points_come_in_order_of_value_then_document()
    {
        (long Value, int Doc)[] points = PointsOf(5000, "few");
        using var segment = new ColumnSegment(5000, Ts);
        using Lucene86PointsReader reader = segment.WritePoints(Ts, Pack(points), [.. points.Select(point => point.Doc)]);
        var all = new RangeVisitor(long.MinValue, long.MaxValue, judgesCells: false);
        reader.Points(Ts)!.Intersect(all);

        Assert.Equal(points.OrderBy(point => point.Value).ThenBy(point => point.Doc).Select(point => point.Doc), all.Docs);
    }

    [Fact]
    public void Documents_beyond_24_bits_are_read_back()
    {
        const int MaxDoc = 20_000_000;
        (long Value, int Doc)[] points = [.. Enumerable.Range(0, 2000).Select(i => ((long)(i * 7919 % 1000), MaxDoc - 1 - i * 9001))];
        using var segment = new ColumnSegment(MaxDoc, Ts);
        using Lucene86PointsReader reader = segment.WritePoints(Ts, Pack(points), [.. points.Select(point => point.Doc)]);

        AssertRange(points, reader.Points(Ts)!, 100, 700);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public void Values_of_any_width_are_read_back(int width)
    {
        FieldInfo info = ColumnSegment.Point("p", 0, width);
        var random = new Random(width);
        byte[] values = new byte[3000 * width];
        random.NextBytes(values);
        int[] docs = [.. Enumerable.Range(0, 3000)];
        using var segment = new ColumnSegment(3000, info);
        using Lucene86PointsReader reader = segment.WritePoints(info, values, docs);
        var seen = new SortedDictionary<int, string>();
        reader.Points(info)!.Intersect(new CollectingVisitor(seen));

        Assert.Equal(docs.Select(doc => Convert.ToHexString(values, doc * width, width)), seen.Values);
    }

    [Fact]
    public void The_estimate_lies_near_the_count()
    {
        (long Value, int Doc)[] points = PointsOf(20_000, "ascending");
        using var segment = new ColumnSegment(20_000, Ts);
        using Lucene86PointsReader reader = segment.WritePoints(Ts, Pack(points), [.. points.Select(point => point.Doc)]);
        PointValues values = reader.Points(Ts)!;

        Assert.Equal(20_000, values.EstimateCount(new RangeVisitor(long.MinValue, long.MaxValue)));
        Assert.Equal(0, values.EstimateCount(new RangeVisitor(long.MinValue, long.MinValue + 1)));
        Assert.InRange(values.EstimateCount(new RangeVisitor(points[5000].Value, points[10_000].Value)), 4000, 6000);
    }

    [Fact]
    public void A_field_without_points_is_left_out()
    {
        using var segment = new ColumnSegment(1, Ts);
        using Lucene86PointsReader reader = segment.WritePoints(Ts, [], []);

        Assert.Null(reader.Points(Ts));
    }

    [Fact]
    public void The_files_have_the_bytes_of_the_worked_dump()
    {
        (long, int)[] points = [(-1000, 0), (0, 1), (1000, 2), (2000, 3)];
        using var segment = new ColumnSegment(4, Ts);
        using Lucene86PointsReader reader = segment.WritePoints(Ts, Pack(points), [0, 1, 2, 3]);

        string meta = "00000004" + "3FD76C17" + "03424B44" + "00000009" + "010180040801" + "7FFFFFFFFFFFFC18" + "80000000000007D0"
            + "040401" + "0000000000000032" + "0000000000000033" + "FFFFFFFF" + "0000000000000044" + "000000000000006A";
        Assert.Equal(meta, segment.Body("kdm", 50));
        Assert.Equal("32", segment.Body("kdi", 51));
        string runs = "7F01FFFFFFFFFFFC18" + "800300000000000000" + "000000000003E8" + "000000000007D0";
        Assert.Equal("04" + "0000010101" + "00" + "00" + runs, segment.Body("kdd", 50));
    }

    [Fact]
    public void The_packed_index_of_five_leaves_is_the_worked_example()
    {
        long[] pointers = [4298076, 4300652, 4303232, 4305810, 4308388];
        string firsts = "0000000000000000" + "800000000002E592" + "800000000006293C" + "8000000000092947" + "80000000000C4439";
        var splits = new PointsSplits(width: 8);
        for (var leaf = 0; leaf < pointers.Length; leaf++)
            splits.Add(pointers[leaf], Convert.FromHexString(firsts).AsSpan(8 * leaf, 8));
        var index = new ByteBufferOutput();
        new PointsIndexWriter(8, indexDimensions: 1, splits).Write(index);

        string expected = "DCAA8602" + "8009" + "00000000092947" + "0B" + "20" + "293C" + "05" + "29" + "E592" + "9014" + "A428"
            + "B63C" + "20" + "4439" + "9214";
        Assert.Equal(expected, Convert.ToHexString(index.Written));
    }

    private static void AssertRange((long Value, int Doc)[] points, PointValues values, long low, long high)
    {
        var visitor = new RangeVisitor(low, high);
        values.Intersect(visitor);
        int[] expected = [.. points.Where(point => point.Value >= low && point.Value <= high).Select(point => point.Doc).Order()];
        Assert.Equal(expected, visitor.Docs.Order());
    }

    private static (long Value, int Doc)[] PointsOf(int count, string kind)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(i => kind switch
        {
            "ascending" => (i * 3L, i),
            "random" => (random.NextInt64(long.MinValue + 1, long.MaxValue), count - 1 - i),
            "few" => (random.Next(7) * 1000L, i),
            "constant" => (-5L, i),
            "small" => (random.Next(-300, 300), i),
            _ => (random.Next(count), random.Next(1 + (count / 3))),
        })];
    }

    private static byte[] Pack((long Value, int Doc)[] points)
    {
        var packed = new byte[points.Length * 8];
        for (var i = 0; i < points.Length; i++)
            NumericBytes.WriteSortable(points[i].Value, packed.AsSpan(i * 8));
        return packed;
    }

    private sealed class RangeVisitor(long low, long high, bool judgesCells = true) : IPointVisitor
    {
        public List<int> Docs { get; } = [];

        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max)
        {
            long cellLow = NumericBytes.ReadSortableInt64(min);
            long cellHigh = NumericBytes.ReadSortableInt64(max);
            if (!judgesCells)
                return CellRelation.Crosses;
            return cellHigh < low || cellLow > high ? CellRelation.Outside
                : cellLow >= low && cellHigh <= high ? CellRelation.Inside
                : CellRelation.Crosses;
        }

        public void VisitInside(ReadOnlySpan<int> docs) => Docs.AddRange(docs);

        public void Visit(int docId, ReadOnlySpan<byte> packedValue)
        {
            long value = NumericBytes.ReadSortableInt64(packedValue);
            if (value >= low && value <= high)
                Docs.Add(docId);
        }
    }

    private sealed class CollectingVisitor(SortedDictionary<int, string> seen) : IPointVisitor
    {
        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => CellRelation.Crosses;

        public void VisitInside(ReadOnlySpan<int> docs) => throw new InvalidOperationException("no cell is inside");

        public void Visit(int docId, ReadOnlySpan<byte> packedValue) => seen.Add(docId, Convert.ToHexString(packedValue));
    }
}
