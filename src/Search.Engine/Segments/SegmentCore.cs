using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene50;
using Search.Engine.Codecs.Lucene60;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Codecs.Lucene87;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Segments;

/// <summary>What never changes about an open segment: everything but deletions and column updates.</summary>
/// <remarks>Shared by the readers of all commits that hold the segment, which is why it counts references. Shareable between threads.</remarks>
internal sealed class SegmentCore
{
    private readonly CompoundDirectory? _compound;
    private readonly Dictionary<string, Lucene80DocValuesReader> _columnsBySuffix;
    private readonly ReferenceCounter _references;

    private SegmentCore(SegmentReadState state, CompoundDirectory? compound, Dictionary<string, Lucene80DocValuesReader> columnsBySuffix)
    {
        Segment = state.Segment;
        Fields = state.Fields;
        Files = state.Directory;
        _compound = compound;
        _columnsBySuffix = columnsBySuffix;
        _references = new ReferenceCounter(Close);
    }

    public SegmentInfo Segment { get; }

    /// <summary>The fields as the segment was written with them; updates come with other ones.</summary>
    public FieldInfos Fields { get; }

    /// <summary>Where the files are: the index, or the segment's compound file.</summary>
    public IndexDirectory Files { get; }

    public required StoredFieldsReader Stored { get; init; }

    /// <summary>Null when no field has terms.</summary>
    public required Lucene84FieldsReader? Postings { get; init; }

    /// <summary>Null when no field has norms.</summary>
    public required Lucene80NormsReader? Norms { get; init; }

    /// <summary>Null when no field has points.</summary>
    public required Lucene86PointsReader? Points { get; init; }

    /// <summary>Opens a segment with one reference.</summary>
    /// <exception cref="CorruptIndexException">The segment's files are not sound.</exception>
    /// <exception cref="IndexFormatException">A part was written in a format that is not read.</exception>
    public static SegmentCore Open(IndexDirectory directory, SegmentInfo segment)
    {
        using var opened = new DisposeOnFailure();
        CompoundDirectory? compound = segment.IsCompound ? opened.Add(Lucene50CompoundFormat.Open(directory, segment)) : null;
        IndexDirectory files = compound ?? directory;
        FieldInfos fields = Lucene60FieldInfosFormat.Read(files, segment);
        var state = new SegmentReadState(files, segment, fields);

        bool hasTerms = fields.Any(field => PerFieldFormats.PostingsSuffixOf(field, segment) is not null);
        return opened.Release(new SegmentCore(state, compound, OpenColumns(state, opened))
        {
            Stored = opened.Add(StoredFieldsReader.Open(state)),
            Postings = hasTerms ? opened.Add(Lucene84FieldsReader.Open(state)) : null,
            Norms = fields.HaveNorms ? opened.Add(Lucene80NormsReader.Open(state)) : null,
            Points = fields.HavePoints ? opened.Add(Lucene86PointsReader.Open(state)) : null,
        });
    }

    /// <summary>The columns that hold a field; null when the segment was written without values of it.</summary>
    public Lucene80DocValuesReader? ColumnsOf(FieldInfo field) =>
        PerFieldFormats.ColumnSuffixOf(field, Segment) is { } suffix ? _columnsBySuffix.GetValueOrDefault(suffix) : null;

    /// <summary>Takes one more reference.</summary>
    public void Acquire() => _references.Acquire();

    /// <summary>Gives one reference back; the last one closes the files.</summary>
    public void Release() => _references.Release();

    /// <summary>Compares the checksums of all files with their bytes.</summary>
    public void CheckIntegrity()
    {
        _compound?.CheckIntegrity();
        Stored.CheckIntegrity();
        Postings?.CheckIntegrity();
        Norms?.CheckIntegrity();
        Points?.CheckIntegrity();
        foreach (Lucene80DocValuesReader columns in _columnsBySuffix.Values)
            columns.CheckIntegrity();
    }

    private static Dictionary<string, Lucene80DocValuesReader> OpenColumns(SegmentReadState state, DisposeOnFailure opened)
    {
        var columnsBySuffix = new Dictionary<string, Lucene80DocValuesReader>(StringComparer.Ordinal);
        foreach (FieldInfo field in state.Fields)
        {
            if (PerFieldFormats.ColumnSuffixOf(field, state.Segment) is { } suffix && !columnsBySuffix.ContainsKey(suffix))
                columnsBySuffix.Add(suffix, opened.Add(Lucene80DocValuesReader.Open(state, suffix)));
        }
        return columnsBySuffix;
    }

    private void Close()
    {
        foreach (Lucene80DocValuesReader columns in _columnsBySuffix.Values)
            columns.Dispose();
        Points?.Dispose();
        Norms?.Dispose();
        Postings?.Dispose();
        Stored.Dispose();
        _compound?.Dispose();
    }
}
