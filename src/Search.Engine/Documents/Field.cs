using System.Text;
using Search.Engine.Index;

namespace Search.Engine.Documents;

/// <summary>One value of one field of a document.</summary>
/// <remarks>Immutable. Several values of the same name make a multi-valued field.</remarks>
public sealed class Field
{
    private static readonly FieldType StoredType = new() { IsStored = true };
    private static readonly FieldType KeywordType = new() { IndexOptions = IndexOptions.Docs, IsTokenized = false, OmitsNorms = true };
    private static readonly FieldType StoredKeywordType = KeywordType with { IsStored = true };
    private static readonly FieldType TextType = new() { IndexOptions = IndexOptions.DocsFreqsAndPositions };
    private static readonly FieldType StoredTextType = TextType with { IsStored = true };
    private static readonly FieldType TextWithOffsetsType = TextType with { IndexOptions = IndexOptions.DocsFreqsPositionsAndOffsets };
    private static readonly FieldType StoredTextWithOffsetsType = TextWithOffsetsType with { IsStored = true };
    private static readonly FieldType Int32PointType = new() { PointBytes = sizeof(int) };
    private static readonly FieldType Int64PointType = new() { PointBytes = sizeof(long) };
    private static readonly FieldType NumericType = new() { DocValuesType = DocValuesType.Numeric };
    private static readonly FieldType SortedNumericType = new() { DocValuesType = DocValuesType.SortedNumeric };
    private static readonly FieldType SortedType = new() { DocValuesType = DocValuesType.Sorted };
    private static readonly FieldType SortedSetType = new() { DocValuesType = DocValuesType.SortedSet };

    private Field(string name, FieldType type)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Type = type;
    }

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>How the value is indexed and kept.</summary>
    public FieldType Type { get; }

    /// <summary>The value as text; null when it is not text.</summary>
    public string? Text { get; private init; }

    /// <summary>The value as bytes: binary stored values and columns of strings, packed point values; empty otherwise.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    /// <summary>The value as a number (int, long, float or double) for stored numbers and numeric columns; null otherwise.</summary>
    public object? Number { get; private init; }

    /// <summary>A text value with a type of the caller's making.</summary>
    public static Field Create(string name, string text, FieldType type)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(type);
        return new Field(name, type) { Text = text };
    }

    /// <summary>Analysed text with positions and norms.</summary>
    public static Field CreateText(string name, string text, bool stored = false, bool offsets = false) =>
        Create(name, text, offsets
            ? stored ? StoredTextWithOffsetsType : TextWithOffsetsType
            : stored ? StoredTextType : TextType);

    /// <summary>A whole value as one term: documents only, no norms.</summary>
    public static Field CreateKeyword(string name, string value, bool stored = false) =>
        Create(name, value, stored ? StoredKeywordType : KeywordType);

    /// <summary>A value that is only kept.</summary>
    public static Field CreateStored(string name, string value) => Create(name, value, StoredType);

    /// <summary>Bytes that are only kept.</summary>
    public static Field CreateStored(string name, ReadOnlyMemory<byte> value) => new(name, StoredType) { Bytes = value };

    /// <summary>A number that is only kept: int, long, float or double.</summary>
    public static Field CreateStored(string name, object number)
    {
        if (number is not (int or long or float or double))
            throw new ArgumentException($"a stored number is an int, long, float or double, not {number?.GetType()}", nameof(number));
        return new Field(name, StoredType) { Number = number };
    }

    /// <summary>A one-dimensional point of 32 bits.</summary>
    public static Field CreatePoint(string name, int value)
    {
        var bytes = new byte[sizeof(int)];
        NumericBytes.WriteSortable(value, bytes);
        return new Field(name, Int32PointType) { Bytes = bytes, Number = value };
    }

    /// <summary>A one-dimensional point of 64 bits.</summary>
    public static Field CreatePoint(string name, long value)
    {
        var bytes = new byte[sizeof(long)];
        NumericBytes.WriteSortable(value, bytes);
        return new Field(name, Int64PointType) { Bytes = bytes, Number = value };
    }

    /// <summary>A one-dimensional point of bytes that compare as unsigned: 4, 8 or 16 of them.</summary>
    public static Field CreatePoint(string name, ReadOnlyMemory<byte> packed) =>
        new(name, new FieldType { PointBytes = packed.Length }) { Bytes = packed };

    /// <summary>A value of a numeric or sorted-numeric column.</summary>
    public static Field CreateColumn(string name, long value, bool multiValued = false) =>
        new(name, multiValued ? SortedNumericType : NumericType) { Number = value };

    /// <summary>A value of a sorted or sorted-set column.</summary>
    public static Field CreateColumn(string name, string value, bool multiValued = false) =>
        new(name, multiValued ? SortedSetType : SortedType) { Bytes = Encoding.UTF8.GetBytes(value) };

    /// <summary>A value of a column of strings: binary, sorted or sorted-set.</summary>
    public static Field CreateColumn(string name, ReadOnlyMemory<byte> value, DocValuesType type)
    {
        if (type is not (DocValuesType.Binary or DocValuesType.Sorted or DocValuesType.SortedSet))
            throw new ArgumentException($"a column of bytes cannot be {type}", nameof(type));
        return new Field(name, new FieldType { DocValuesType = type }) { Bytes = value };
    }
}
