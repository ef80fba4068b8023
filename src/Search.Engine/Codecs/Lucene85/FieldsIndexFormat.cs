namespace Search.Engine.Codecs.Lucene85;

/// <summary>Names that writer and reader of a fields index share.</summary>
/// <remarks>README.md in this folder; container notes, section 10.4.</remarks>
internal static class FieldsIndexFormat
{
    public const string IndexExtension = "fdx";
    public const string IndexCodec = "Lucene85FieldsIndexIdx";
    public const int IndexVersion = 0;
    public const string MetaExtension = "fdm";
    public const string MetaCodec = "Lucene85FieldsIndexMeta";

    /// <summary>Version of the packed integers that the data file uses.</summary>
    public const int PackedVersion = 2;
}
