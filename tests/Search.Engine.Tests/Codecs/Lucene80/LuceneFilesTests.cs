using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene80;

/// <summary>What Apache Lucene wrote, read by our readers and written again by our writers, is the same file byte for byte.</summary>
public sealed class LuceneFilesTests
{
    [OracleTheory]
    [InlineData(600)]
    [InlineData(68_000)]
    public void Columns_written_again_are_Lucenes_bytes(int documents)
    {
        using var lucene = new LuceneColumns(documents);
        using var copy = new MemoryDirectory();
        var target = new SegmentWriteState(copy, lucene.Segment, lucene.State.Fields);

        CopyNorms(lucene.State, target);
        CopyColumns(lucene.State, target);
        CopyPoints(lucene.State, target);

        Assert.Equal(7, copy.ListAll().Count);
        foreach (string file in copy.ListAll())
            AssertSameBytes(lucene.Index, copy, file);
    }

    [OracleFact]
    public void Compressed_byte_strings_are_those_of_the_uncompressed_column()
    {
        using var plain = new LuceneColumns(1500);
        using var compressed = new LuceneColumns(1500, "best-compression");
        using Lucene80DocValuesReader expected = Lucene80DocValuesReader.Open(plain.State, Lucene87Codec.DocValuesSuffix);
        using Lucene80DocValuesReader actual = Lucene80DocValuesReader.Open(compressed.State, Lucene87Codec.DocValuesSuffix);

        FieldInfo[] fields = [.. compressed.State.Fields.Where(info => info.DocValuesType == DocValuesType.Binary)];
        Assert.Equal(4, fields.Length);
        foreach (FieldInfo info in fields)
        {
            Assert.Equal(Lucene87Codec.BestCompression, info.Attributes[Lucene87Codec.DocValuesModeKey]);
            var values = new Dictionary<int, string>();
            BinaryDocValues cursor = expected.Binary(plain.State.Fields.Find(info.Name)!)!;
            while (cursor.NextDoc() != DocIdCursor.NoMoreDocs)
                values.Add(cursor.DocId, Convert.ToHexString(cursor.Value));
            ColumnAssert.Equal(values, 1500, () => actual.Binary(info), found => Convert.ToHexString(found.Value));
        }
    }

    private static void CopyNorms(SegmentReadState source, SegmentWriteState target)
    {
        using Lucene80NormsReader reader = Lucene80NormsReader.Open(source);
        using Lucene80NormsWriter writer = Lucene80NormsWriter.Create(target);
        foreach (int number in reader.FieldNumbers)
        {
            FieldInfo info = source.Fields.Find(number)!;
            writer.AddField(info, () => reader.Norms(info)!);
        }
        writer.Finish();
    }

    private static void CopyColumns(SegmentReadState source, SegmentWriteState target)
    {
        using Lucene80DocValuesReader reader = Lucene80DocValuesReader.Open(source, Lucene87Codec.DocValuesSuffix);
        using Lucene80DocValuesWriter writer = Lucene80DocValuesWriter.Create(target);
        foreach (int number in reader.FieldNumbers)
        {
            FieldInfo info = source.Fields.Find(number)!;
            switch (info.DocValuesType)
            {
                case DocValuesType.Numeric: writer.AddNumeric(info, () => reader.Numeric(info)!); break;
                case DocValuesType.Binary: writer.AddBinary(info, () => reader.Binary(info)!); break;
                case DocValuesType.Sorted: writer.AddSorted(info, () => reader.Sorted(info)!); break;
                case DocValuesType.SortedSet: writer.AddSortedSet(info, () => reader.SortedSet(info)!); break;
                default: writer.AddSortedNumeric(info, () => reader.SortedNumeric(info)!); break;
            }
        }
        writer.Finish();
    }

    private static void CopyPoints(SegmentReadState source, SegmentWriteState target)
    {
        using Lucene86PointsReader reader = Lucene86PointsReader.Open(source);
        using Lucene86PointsWriter writer = Lucene86PointsWriter.Create(target);
        foreach (int number in reader.FieldNumbers)
        {
            FieldInfo info = source.Fields.Find(number)!;
            var points = new PointCollector();
            reader.Points(info)!.Intersect(points);
            points.Shuffle();
            writer.AddField(info, points.Values, points.Docs);
        }
        writer.Finish();
    }

    private static void AssertSameBytes(IndexDirectory expected, IndexDirectory actual, string file)
    {
        using IndexInput ours = actual.OpenInput(file);
        using IndexInput lucenes = expected.OpenInput(file);
        int common = lucenes.SpanAt(0, (int)Math.Min(lucenes.Length, ours.Length))
            .CommonPrefixLength(ours.SpanAt(0, (int)Math.Min(lucenes.Length, ours.Length)));
        Assert.True(common == lucenes.Length && common == ours.Length, $"{file}: Lucene's {lucenes.Length} bytes and our {ours.Length} differ from byte {common} on");
    }

    private sealed class PointCollector : IPointVisitor
    {
        private readonly List<(int Doc, byte[] Value)> _points = [];

        public byte[] Values => [.. _points.SelectMany(point => point.Value)];

        public int[] Docs => [.. _points.Select(point => point.Doc)];

        public CellRelation Compare(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) => CellRelation.Crosses;

        public void VisitInside(ReadOnlySpan<int> docs) => throw new InvalidOperationException("no cell is inside");

        public void Visit(int docId, ReadOnlySpan<byte> packedValue) => _points.Add((docId, packedValue.ToArray()));

        // So that sorting is the writer's work.
        public void Shuffle()
        {
            var random = new Random(_points.Count);
            for (int i = _points.Count - 1; i > 0; i--)
            {
                int other = random.Next(i + 1);
                (_points[i], _points[other]) = (_points[other], _points[i]);
            }
        }
    }
}
