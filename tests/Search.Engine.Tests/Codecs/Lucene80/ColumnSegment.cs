using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Tests.Codecs.Lucene80;

/// <summary>A segment in memory of which only columns, norms and points are written.</summary>
internal sealed class ColumnSegment : IDisposable
{
    public ColumnSegment(int maxDoc, params FieldInfo[] fields)
    {
        Fields = new FieldInfos(fields.Select(info => Lucene87Codec.WithAttributes(info, hasTerms: info.HasNorms)));
        Segment = new SegmentInfo { Name = "_0", Id = SegmentId.CreateRandom(), MaxDoc = maxDoc };
    }

    public MemoryDirectory Directory { get; } = new();

    public SegmentInfo Segment { get; }

    public FieldInfos Fields { get; }

    public SegmentReadState ReadState => new(Directory, Segment, Fields);

    public SegmentWriteState WriteState => new(Directory, Segment, Fields);

    public static FieldInfo Column(string name, int number, DocValuesType type) =>
        new() { Name = name, Number = number, DocValuesType = type };

    public static FieldInfo Text(string name, int number) =>
        new() { Name = name, Number = number, IndexOptions = IndexOptions.DocsFreqsAndPositions };

    public static FieldInfo Point(string name, int number, int width) =>
        new() { Name = name, Number = number, PointDimensionCount = 1, PointIndexDimensionCount = 1, PointBytesPerDimension = width };

    public Lucene80DocValuesReader WriteColumns(Action<Lucene80DocValuesWriter> add)
    {
        using (Lucene80DocValuesWriter writer = Lucene80DocValuesWriter.Create(WriteState))
        {
            add(writer);
            writer.Finish();
        }
        return OpenColumns();
    }

    public Lucene80DocValuesReader OpenColumns() => Lucene80DocValuesReader.Open(ReadState, Lucene87Codec.DocValuesSuffix);

    public Lucene80NormsReader WriteNorms(FieldInfo info, (int Doc, long Value)[] norms)
    {
        using (Lucene80NormsWriter writer = Lucene80NormsWriter.Create(WriteState))
        {
            writer.AddField(info, () => new NumericList(norms));
            writer.Finish();
        }
        return Lucene80NormsReader.Open(ReadState);
    }

    public Lucene86PointsReader WritePoints(FieldInfo info, byte[] values, int[] docIds)
    {
        using (Lucene86PointsWriter writer = Lucene86PointsWriter.Create(WriteState))
        {
            writer.AddField(info, values, docIds);
            writer.Finish();
        }
        return Lucene86PointsReader.Open(ReadState);
    }

    /// <summary>The bytes of a file between its header, which has that many bytes, and its footer.</summary>
    public string Body(string extension, int headerBytes, string suffix = "")
    {
        using IndexInput input = Directory.OpenInput(Segment.FileName(extension, suffix));
        return Convert.ToHexString(input.SpanAt(headerBytes, (int)input.Length - headerBytes - CodecFooter.ByteCount));
    }

    public void Dispose() => Directory.Dispose();
}
