using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>The norms of a segment (<c>.nvm</c>, <c>.nvd</c>).</summary>
/// <remarks>README.md, "Norms"; column notes, section 2. Shareable; the cursors it opens are not.</remarks>
internal sealed class Lucene80NormsReader : IDisposable
{
    private readonly IndexInput _data;
    private readonly Dictionary<int, NormsEntry> _fields;

    private Lucene80NormsReader(IndexInput data, Dictionary<int, NormsEntry> fields)
    {
        _data = data;
        _fields = fields;
    }

    /// <summary>Numbers of the fields that are here, in the order of the file.</summary>
    public IReadOnlyCollection<int> FieldNumbers => _fields.Keys;

    /// <summary>Opens the norms of a segment of which some field has norms.</summary>
    public static Lucene80NormsReader Open(SegmentReadState state)
    {
        var fields = new Dictionary<int, NormsEntry>();
        IndexInput data = ColumnFormat.Norms.Open(state, suffix: "", (meta, data, _) => Read(state, meta, data, fields));
        return new Lucene80NormsReader(data, fields);
    }

    /// <summary>A cursor over the norms of a field; null when it has none.</summary>
    public NumericDocValues? Norms(FieldInfo info) => _fields.TryGetValue(info.Number, out NormsEntry? entry) ? entry.Open() : null;

    /// <summary>The norms of a field by document, in any order; null when it has none or they are not one byte each.</summary>
    public ByteNorms? Bytes(FieldInfo info) => _fields.TryGetValue(info.Number, out NormsEntry? entry) ? entry.Bytes : null;

    /// <summary>Compares the data's checksum with its bytes.</summary>
    public void CheckIntegrity() => CodecFooter.CheckWholeFile(_data);

    public void Dispose() => _data.Dispose();

    private static void Read(SegmentReadState state, IndexInput meta, IndexInput data, Dictionary<int, NormsEntry> fields)
    {
        for (int number = meta.ReadInt32(); number != ColumnFormat.EndOfFields; number = meta.ReadInt32())
        {
            if (state.Fields.Find(number) is not { HasNorms: true })
                throw new CorruptIndexException($"norms of field {number}, which has none", meta);
            if (!fields.TryAdd(number, NormsEntry.Read(meta, data, state.Segment.MaxDoc)))
                throw new CorruptIndexException($"norms of field {number} twice", meta);
        }
    }
}
