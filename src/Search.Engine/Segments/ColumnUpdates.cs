using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene60;
using Search.Engine.Codecs.Lucene80;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Segments;

/// <summary>The columns of a segment that were replaced since it was written, as of one commit.</summary>
/// <remarks>
/// Every updated field has files of its own, <c>_0_generation_Lucene80_0.dvd</c>, outside of the compound file; the
/// rewritten field infos say which generation counts (container notes, section 7.4). Shareable between threads.
/// </remarks>
internal sealed class ColumnUpdates : IDisposable
{
    private readonly Dictionary<int, Lucene80DocValuesReader> _columnsByField;

    private ColumnUpdates(FieldInfos fields, Dictionary<int, Lucene80DocValuesReader> columnsByField)
    {
        Fields = fields;
        _columnsByField = columnsByField;
    }

    /// <summary>The segment's fields with the generations of their columns.</summary>
    public FieldInfos Fields { get; }

    /// <summary>Opens what a commit replaces of a segment.</summary>
    /// <param name="original">The fields as the segment was written with them.</param>
    public static ColumnUpdates Open(IndexDirectory directory, SegmentCommitInfo commit, FieldInfos original)
    {
        if (commit.FieldInfosGeneration < 0)
            return new ColumnUpdates(original, []);

        SegmentInfo segment = commit.Segment;
        FieldInfos fields = Lucene60FieldInfosFormat.Read(directory, segment, Base36.Format(commit.FieldInfosGeneration));
        var columnsByField = new Dictionary<int, Lucene80DocValuesReader>();
        using var opened = new DisposeOnFailure();
        foreach (FieldInfo field in fields)
        {
            if (field.DocValuesGeneration < 0)
                continue;
            string suffix = PerFieldFormats.ColumnSuffixOf(field, segment)
                ?? throw new CorruptIndexException($"field \"{field.Name}\" has updates and no column", segment.Name);
            var state = new SegmentReadState(directory, segment, new FieldInfos([field]));
            string generation = Base36.Format(field.DocValuesGeneration);
            columnsByField.Add(field.Number, opened.Add(Lucene80DocValuesReader.Open(state, $"{generation}_{suffix}")));
        }
        return opened.Release(new ColumnUpdates(fields, columnsByField));
    }

    /// <summary>The columns that hold a field; null when it was not updated.</summary>
    public Lucene80DocValuesReader? Find(FieldInfo field) => _columnsByField.GetValueOrDefault(field.Number);

    /// <summary>Compares the checksums of all files with their bytes.</summary>
    public void CheckIntegrity()
    {
        foreach (Lucene80DocValuesReader columns in _columnsByField.Values)
            columns.CheckIntegrity();
    }

    public void Dispose()
    {
        foreach (Lucene80DocValuesReader columns in _columnsByField.Values)
            columns.Dispose();
    }
}
