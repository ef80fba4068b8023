namespace Search.Engine.Codecs.Lucene87;

/// <summary>Names and numbers that writer and reader of stored fields share.</summary>
/// <remarks>README.md in this folder; container notes, section 10.</remarks>
internal static class StoredFieldsFormat
{
    public const string DataExtension = "fdt";
    public const string FastDataCodec = "Lucene87StoredFieldsFastData";
    public const string HighDataCodec = "Lucene87StoredFieldsHighData";
    public const int Version = 3;

    /// <summary>Low bits of a value's tag: its type; the field number stands above.</summary>
    public const int TypeBits = 3;

    public const int TypeMask = (1 << TypeBits) - 1;
    public const int TypeString = 0;
    public const int TypeBytes = 1;
    public const int TypeInt32 = 2;
    public const int TypeSingle = 3;
    public const int TypeInt64 = 4;
    public const int TypeDouble = 5;

    /// <summary>A document stays below this many bytes.</summary>
    public const int MaxDocumentBytes = int.MaxValue - (1 << 14);
}
