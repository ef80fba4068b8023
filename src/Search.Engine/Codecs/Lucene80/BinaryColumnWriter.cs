using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Writes byte strings one after another, uncompressed.</summary>
/// <remarks>README.md, "Binary"; column notes, section 3.5.</remarks>
internal static class BinaryColumnWriter
{
    public static void Write(ColumnOutput output, Func<BinaryDocValues> values)
    {
        IndexOutput meta = output.Meta;
        IndexOutput data = output.Data;
        long start = data.FilePointer;
        var count = 0;
        int minLength = int.MaxValue;
        var maxLength = 0;
        BinaryDocValues pass = values();
        while (pass.NextDoc() != DocIdCursor.NoMoreDocs)
        {
            ReadOnlySpan<byte> value = pass.Value;
            data.WriteBytes(value);
            count++;
            minLength = Math.Min(minLength, value.Length);
            maxLength = Math.Max(maxLength, value.Length);
        }
        meta.WriteInt64(start);
        meta.WriteInt64(data.FilePointer - start);
        DocumentSetWriter.Write(data, values(), count, output.MaxDoc).Write(meta);
        meta.WriteInt32(count);
        meta.WriteInt32(minLength);
        meta.WriteInt32(maxLength);
        if (minLength < maxLength)
            WriteAddresses(output, values());
    }

    private static void WriteAddresses(ColumnOutput output, BinaryDocValues values)
    {
        var addresses = new ColumnAddresses(output);
        while (values.NextDoc() != DocIdCursor.NoMoreDocs)
            addresses.Add(values.Value.Length);
        addresses.Finish();
    }
}
