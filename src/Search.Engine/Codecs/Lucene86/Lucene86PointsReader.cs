using Search.Engine.Index;
using Search.Engine.Store;
using static Search.Engine.Codecs.Lucene86.Lucene86PointsFormat;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>The points of a segment (<c>.kdm</c>, <c>.kdi</c>, <c>.kdd</c>), of any number of dimensions.</summary>
/// <remarks>README.md, "Points"; column notes, section 4. Shareable.</remarks>
internal sealed class Lucene86PointsReader : IDisposable
{
    private readonly IndexInput _index;
    private readonly IndexInput _data;
    private readonly Dictionary<int, PointsTree> _fields;

    private Lucene86PointsReader(IndexInput index, IndexInput data, Dictionary<int, PointsTree> fields)
    {
        _index = index;
        _data = data;
        _fields = fields;
    }

    /// <summary>Numbers of the fields that are here, in the order of the file.</summary>
    public IReadOnlyCollection<int> FieldNumbers => _fields.Keys;

    /// <summary>Opens the points of a segment of which some field has point dimensions.</summary>
    public static Lucene86PointsReader Open(SegmentReadState state)
    {
        using var opened = new DisposeOnFailure();
        IndexInput index = opened.Add(state.OpenData(IndexExtension, IndexCodec, Lucene86PointsFormat.Version));
        IndexInput data = opened.Add(state.OpenData(DataExtension, DataCodec, Lucene86PointsFormat.Version));
        using IndexInput meta = state.OpenInput(MetaExtension);
        CodecFooter.CheckWholeFile(meta);
        CodecHeader.Check(meta, MetaCodec, Lucene86PointsFormat.Version, Lucene86PointsFormat.Version, state.Segment.Id);

        Dictionary<int, PointsTree> fields = ReadFields(state, meta, index, data);
        CheckLength(meta, index);
        CheckLength(meta, data);
        CodecFooter.CheckAtFooter(meta);
        return opened.Release(new Lucene86PointsReader(index, data, fields));
    }

    /// <summary>The points of a field; null when no document has any.</summary>
    public PointValues? Points(FieldInfo info) => _fields.GetValueOrDefault(info.Number);

    /// <summary>Compares the checksums of index and leaves with their bytes.</summary>
    public void CheckIntegrity()
    {
        CodecFooter.CheckWholeFile(_index);
        CodecFooter.CheckWholeFile(_data);
    }

    public void Dispose()
    {
        _index.Dispose();
        _data.Dispose();
    }

    private static Dictionary<int, PointsTree> ReadFields(SegmentReadState state, IndexInput meta, IndexInput index, IndexInput data)
    {
        var fields = new Dictionary<int, PointsTree>();
        for (int number = meta.ReadInt32(); number != EndOfFields; number = meta.ReadInt32())
        {
            if (state.Fields.Find(number) is not { PointDimensionCount: > 0 } info)
                throw new CorruptIndexException($"points of field {number}, which has none", meta);
            PointsTreeMetadata tree = PointsTreeMetadata.Read(meta, index, data, info, state.Segment.MaxDoc);
            if (!fields.TryAdd(number, new PointsTree(tree)))
                throw new CorruptIndexException($"points of field {number} twice", meta);
        }
        return fields;
    }

    private static void CheckLength(IndexInput meta, IndexInput input)
    {
        long length = meta.ReadInt64();
        if (length != input.Length)
            throw new CorruptIndexException($"{input.Name} has {input.Length} bytes, not {length}", meta);
    }
}
