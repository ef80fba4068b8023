using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>The columns of a segment, or one generation of updated columns (<c>.dvm</c>, <c>.dvd</c>).</summary>
/// <remarks>README.md; column notes, section 3. Shareable; the cursors it opens are not.</remarks>
internal sealed class Lucene80DocValuesReader : IDisposable
{
    private const int AlwaysCompressedVersion = 1;
    private const int CompressedByModeVersion = 2;

    private readonly IndexInput _data;
    private readonly Dictionary<int, ColumnEntry> _fields;

    private Lucene80DocValuesReader(IndexInput data, Dictionary<int, ColumnEntry> fields)
    {
        _data = data;
        _fields = fields;
    }

    /// <summary>Numbers of the fields that are here, in the order of the file.</summary>
    public IReadOnlyCollection<int> FieldNumbers => _fields.Keys;

    /// <summary>Opens the pair of files with that suffix; they hold all or some of the segment's columns.</summary>
    /// <param name="suffix"><see cref="Lucene87Codec.DocValuesSuffix"/>, for updates behind the generation in base 36.</param>
    public static Lucene80DocValuesReader Open(SegmentReadState state, string suffix)
    {
        var fields = new Dictionary<int, ColumnEntry>();
        IndexInput data = ColumnFormat.DocValues.Open(state, suffix, (meta, data, version) =>
        {
            for (int number = meta.ReadInt32(); number != ColumnFormat.EndOfFields; number = meta.ReadInt32())
            {
                if (!fields.TryAdd(number, Read(state, number, meta, data, version)))
                    throw new CorruptIndexException($"the column of field {number} twice", meta);
            }
        });
        return new Lucene80DocValuesReader(data, fields);
    }

    /// <summary>A cursor over the numbers of a field; null when it has none here.</summary>
    public NumericDocValues? Numeric(FieldInfo info) => Find<NumericEntry>(info)?.Open();

    /// <summary>A cursor over the byte strings of a field; null when it has none here.</summary>
    public BinaryDocValues? Binary(FieldInfo info) => Find<BinaryEntry>(info)?.Open();

    /// <summary>A cursor over the single ordinals of a field; null when it has none here.</summary>
    public SortedDocValues? Sorted(FieldInfo info) =>
        info.DocValuesType == DocValuesType.Sorted ? Find<SortedEntry>(info)?.Open() : null;

    /// <summary>A cursor over the sets of ordinals of a field; null when it has none here.</summary>
    public SortedSetDocValues? SortedSet(FieldInfo info)
    {
        if (info.DocValuesType != DocValuesType.SortedSet)
            return null;
        return Find<SortedEntry>(info) is { } single ? new SingleValuedSet(single.Open()) : Find<SortedSetEntry>(info)?.Open();
    }

    /// <summary>A cursor over the lists of numbers of a field; null when it has none here.</summary>
    public SortedNumericDocValues? SortedNumeric(FieldInfo info) => Find<SortedNumericEntry>(info)?.Open();

    /// <summary>Compares the data's checksum with its bytes.</summary>
    public void CheckIntegrity() => CodecFooter.CheckWholeFile(_data);

    public void Dispose() => _data.Dispose();

    private TEntry? Find<TEntry>(FieldInfo info)
        where TEntry : ColumnEntry => _fields.GetValueOrDefault(info.Number) as TEntry;

    private static ColumnEntry Read(SegmentReadState state, int number, IndexInput meta, IndexInput data, int version)
    {
        FieldInfo? info = state.Fields.Find(number);
        byte type = meta.ReadByte();
        if (info is null || info.DocValuesType == DocValuesType.None || type != ColumnFormat.TypeByte(info.DocValuesType))
            throw new CorruptIndexException($"a column of type {type} for field {number}, {info?.Name ?? "which is unknown"}", meta);
        int maxDoc = state.Segment.MaxDoc;
        return info.DocValuesType switch
        {
            DocValuesType.Numeric => NumericEntry.Read(meta, data, maxDoc),
            DocValuesType.Binary => BinaryEntry.Read(meta, data, maxDoc, IsCompressed(info, version, meta)),
            DocValuesType.Sorted => SortedEntry.Read(meta, data, maxDoc),
            DocValuesType.SortedSet => SortedSetEntry.Read(meta, data, maxDoc),
            _ => SortedNumericEntry.Read(meta, data, maxDoc),
        };
    }

    private static bool IsCompressed(FieldInfo info, int version, IndexInput meta)
    {
        if (version < CompressedByModeVersion)
            return version == AlwaysCompressedVersion;
        return info.Attributes.GetValueOrDefault(Lucene87Codec.DocValuesModeKey) switch
        {
            Lucene87Codec.BestSpeed => false,
            Lucene87Codec.BestCompression => true,
            var mode => throw new CorruptIndexException($"compression mode \"{mode}\" of the column of field {info.Name}", meta),
        };
    }
}
