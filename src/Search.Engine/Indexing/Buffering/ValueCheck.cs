using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>Whether a value has what its type asks for.</summary>
internal static class ValueCheck
{
    /// <exception cref="InvalidDocumentException">It has not.</exception>
    public static void Check(Field value)
    {
        FieldType type = value.Type;
        if (type.IndexOptions != IndexOptions.None && value.Text is null)
            throw new InvalidDocumentException($"Field \"{value.Name}\" is indexed but has no text.", value.Name);
        if (type.PointBytes is not (0 or 4 or 8 or 16) || value.Bytes.Length != type.PointBytes && type.PointBytes != 0)
            throw new InvalidDocumentException($"A point of {value.Bytes.Length} bytes in field \"{value.Name}\", whose type says {type.PointBytes}; 4, 8 and 16 are taken.", value.Name);
        switch (type.DocValuesType)
        {
            case DocValuesType.Numeric or DocValuesType.SortedNumeric when value.Number is null:
                throw new InvalidDocumentException($"Field \"{value.Name}\" has a column of numbers but no number.", value.Name);
            case DocValuesType.Sorted or DocValuesType.SortedSet when ColumnBytes.Of(value).Length > Term.MaxBytes:
                throw new InvalidDocumentException($"A column value of {ColumnBytes.Of(value).Length} bytes in field \"{value.Name}\": at most {Term.MaxBytes} are taken.", value.Name);
        }
    }
}
