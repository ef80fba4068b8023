using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Writes the norms of a segment (<c>.nvm</c>, <c>.nvd</c>).</summary>
/// <remarks>README.md, "Norms"; column notes, section 2. One thread at a time.</remarks>
internal sealed class Lucene80NormsWriter : IDisposable
{
    private readonly ColumnOutput _output;

    private Lucene80NormsWriter(ColumnOutput output) => _output = output;

    /// <summary>Creates the files; every field of the segment that has norms is then added once.</summary>
    public static Lucene80NormsWriter Create(SegmentWriteState state) =>
        new(ColumnOutput.Create(state, ColumnFormat.Norms, suffix: ""));

    /// <summary>Adds the norms of a field.</summary>
    /// <param name="values">Opens a fresh cursor at each call: several passes are made.</param>
    public void AddField(FieldInfo info, Func<NumericDocValues> values)
    {
        var count = 0;
        long min = long.MaxValue;
        long max = long.MinValue;
        NumericDocValues pass = values();
        while (pass.NextDoc() != DocIdCursor.NoMoreDocs)
        {
            count++;
            min = Math.Min(min, pass.Value);
            max = Math.Max(max, pass.Value);
        }

        IndexOutput meta = _output.Meta;
        meta.WriteInt32(info.Number);
        DocumentSetWriter.Write(_output.Data, values(), count, _output.MaxDoc).Write(meta);
        meta.WriteInt32(count);
        int width = WidthOf(min, max);
        meta.WriteByte((byte)width);
        meta.WriteInt64(width == 0 ? min : _output.Data.FilePointer);
        if (width != 0)
            WriteValues(values(), width);
    }

    /// <summary>Ends the files.</summary>
    public void Finish() => _output.Finish();

    public void Dispose() => _output.Dispose();

    private static int WidthOf(long min, long max) =>
        min >= max ? 0
        : min >= sbyte.MinValue && max <= sbyte.MaxValue ? 1
        : min >= short.MinValue && max <= short.MaxValue ? 2
        : min >= int.MinValue && max <= int.MaxValue ? 4
        : 8;

    private void WriteValues(NumericDocValues values, int width)
    {
        IndexOutput data = _output.Data;
        while (values.NextDoc() != DocIdCursor.NoMoreDocs)
        {
            long value = values.Value;
            switch (width)
            {
                case 1: data.WriteByte((byte)value); break;
                case 2: data.WriteInt16((short)value); break;
                case 4: data.WriteInt32((int)value); break;
                default: data.WriteInt64(value); break;
            }
        }
    }
}
