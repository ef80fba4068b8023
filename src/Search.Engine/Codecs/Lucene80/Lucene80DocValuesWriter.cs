using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Writes the columns of a segment (<c>.dvm</c>, <c>.dvd</c>).</summary>
/// <remarks>
/// README.md; column notes, section 3. One thread at a time. Every function that is handed in opens a fresh cursor at each
/// call, because several passes are made; ordinals are dense and each one is used.
/// </remarks>
internal sealed class Lucene80DocValuesWriter : IDisposable
{
    private readonly ColumnOutput _output;

    private Lucene80DocValuesWriter(ColumnOutput output) => _output = output;

    /// <summary>Creates the files; every field of the segment that has a column is then added once.</summary>
    public static Lucene80DocValuesWriter Create(SegmentWriteState state) =>
        new(ColumnOutput.Create(state, ColumnFormat.DocValues, Lucene87Codec.DocValuesSuffix));

    /// <summary>Adds one number a document.</summary>
    public void AddNumeric(FieldInfo info, Func<NumericDocValues> values)
    {
        WriteStart(info, DocValuesType.Numeric);
        NumericColumnWriter.Write(_output, () => new SingleValuedNumbers(values()));
    }

    /// <summary>Adds one byte string a document.</summary>
    public void AddBinary(FieldInfo info, Func<BinaryDocValues> values)
    {
        WriteStart(info, DocValuesType.Binary);
        BinaryColumnWriter.Write(_output, values);
    }

    /// <summary>Adds one string of a dictionary a document.</summary>
    public void AddSorted(FieldInfo info, Func<SortedDocValues> values)
    {
        WriteStart(info, DocValuesType.Sorted);
        SortedColumnWriter.Write(_output, () => new SingleValuedSet(values()));
    }

    /// <summary>Adds a set of strings of a dictionary a document.</summary>
    public void AddSortedSet(FieldInfo info, Func<SortedSetDocValues> values)
    {
        WriteStart(info, DocValuesType.SortedSet);
        SortedColumnWriter.WriteSets(_output, values);
    }

    /// <summary>Adds a list of ascending numbers a document.</summary>
    public void AddSortedNumeric(FieldInfo info, Func<SortedNumericDocValues> values)
    {
        WriteStart(info, DocValuesType.SortedNumeric);
        NumericStatistics statistics = NumericColumnWriter.Write(_output, values);
        _output.Meta.WriteInt32(statistics.DocCount);
        if (statistics.Count == statistics.DocCount)
            return;
        var addresses = new ColumnAddresses(_output);
        SortedNumericDocValues pass = values();
        while (pass.NextDoc() != DocIdCursor.NoMoreDocs)
            addresses.Add(pass.Count);
        addresses.Finish();
    }

    /// <summary>Ends the files.</summary>
    public void Finish() => _output.Finish();

    public void Dispose() => _output.Dispose();

    private void WriteStart(FieldInfo info, DocValuesType type)
    {
        if (info.DocValuesType != type)
            throw new ArgumentException($"Field {info.Name} has a column of type {info.DocValuesType}, not {type}.", nameof(info));
        _output.Meta.WriteInt32(info.Number);
        _output.Meta.WriteByte(ColumnFormat.TypeByte(type));
    }
}
