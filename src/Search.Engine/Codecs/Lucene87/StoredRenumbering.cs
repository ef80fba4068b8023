using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene87;

/// <summary>Rewrites stored documents for a segment in which the fields have other numbers; the values stay as they are.</summary>
/// <remarks>README.md in this folder, "value"; container notes, section 10.8. One thread at a time.</remarks>
/// <param name="source">The fields of the segment that the documents come from.</param>
/// <param name="target">The fields of the new one, all of those among them.</param>
internal sealed class StoredRenumbering(FieldInfos source, FieldInfos target, string fileName)
{
    private readonly ByteBufferOutput _document = new(1 << 12);

    /// <summary>The values with the new numbers; valid until the next call.</summary>
    public ReadOnlySpan<byte> Apply(int valueCount, ReadOnlySpan<byte> values)
    {
        _document.Clear();
        var input = new StoredValueReader(values, fileName);
        for (var i = 0; i < valueCount; i++)
        {
            long tag = input.ReadVInt64();
            long number = tag >> StoredFieldsFormat.TypeBits;
            FieldInfo field = (number <= int.MaxValue ? source.Find((int)number) : null)
                ?? throw new CorruptIndexException($"a stored value of field {number}, which the segment does not have", fileName);
            var type = (int)(tag & StoredFieldsFormat.TypeMask);
            _document.WriteVInt64(((long)target.Find(field.Name)!.Number << StoredFieldsFormat.TypeBits) | (uint)type);
            int left = input.Remaining;
            Skip(ref input, type);
            _document.WriteBytes(values.Slice(values.Length - left, left - input.Remaining));
        }
        return _document.Written;
    }

    private void Skip(ref StoredValueReader input, int type)
    {
        switch (type)
        {
            case StoredFieldsFormat.TypeString or StoredFieldsFormat.TypeBytes: input.ReadBytes(); break;
            case StoredFieldsFormat.TypeInt32: input.ReadZInt32(); break;
            case StoredFieldsFormat.TypeInt64: StoredNumbers.ReadInt64(ref input); break;
            case StoredFieldsFormat.TypeSingle: StoredNumbers.ReadSingle(ref input); break;
            case StoredFieldsFormat.TypeDouble: StoredNumbers.ReadDouble(ref input); break;
            default: throw new CorruptIndexException($"a stored value of type {type}", fileName);
        }
    }
}
