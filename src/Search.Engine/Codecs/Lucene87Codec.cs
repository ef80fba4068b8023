using Search.Engine.Index;

namespace Search.Engine.Codecs;

/// <summary>The one codec that this engine reads and writes, and the field attributes by which it finds its parts again.</summary>
/// <remarks>Container notes, sections 5 and 7.3.</remarks>
internal static class Lucene87Codec
{
    /// <summary>The codec's name in <c>segments_N</c>.</summary>
    public const string Name = "Lucene87";

    /// <summary>File and header suffix of the postings files.</summary>
    public const string PostingsSuffix = "Lucene84_0";

    /// <summary>File and header suffix of the doc values files.</summary>
    public const string DocValuesSuffix = "Lucene80_0";

    /// <summary>Attribute of a field with terms: the name of its postings format.</summary>
    public const string PostingsFormatKey = "PerFieldPostingsFormat.format";

    /// <summary>Attribute of a field with terms: which configuration of its postings format.</summary>
    public const string PostingsSuffixKey = "PerFieldPostingsFormat.suffix";

    /// <summary>Attribute of a field with a column: the name of its doc values format.</summary>
    public const string DocValuesFormatKey = "PerFieldDocValuesFormat.format";

    /// <summary>Attribute of a field with a column: which configuration of its doc values format.</summary>
    public const string DocValuesSuffixKey = "PerFieldDocValuesFormat.suffix";

    /// <summary>Attribute of a field with a binary column: how it is compressed.</summary>
    public const string DocValuesModeKey = "Lucene80DocValuesFormat.mode";

    /// <summary>Attribute of a segment: how its stored fields are compressed.</summary>
    public const string StoredFieldsModeKey = "Lucene87StoredFieldsFormat.mode";

    /// <summary>Value of the mode attributes that this engine writes.</summary>
    public const string BestSpeed = "BEST_SPEED";

    /// <summary>The other value of the mode attributes.</summary>
    public const string BestCompression = "BEST_COMPRESSION";

    /// <summary>The field with the attributes that its parts need.</summary>
    /// <param name="info">The field without them.</param>
    /// <param name="hasTerms">Whether the segment holds at least one term of it.</param>
    public static FieldInfo WithAttributes(FieldInfo info, bool hasTerms)
    {
        var attributes = new Dictionary<string, string>(info.Attributes, StringComparer.Ordinal);
        if (hasTerms)
        {
            attributes[PostingsFormatKey] = "Lucene84";
            attributes[PostingsSuffixKey] = "0";
        }
        if (info.DocValuesType != DocValuesType.None)
        {
            attributes[DocValuesFormatKey] = "Lucene80";
            attributes[DocValuesSuffixKey] = "0";
        }
        if (info.DocValuesType == DocValuesType.Binary)
            attributes[DocValuesModeKey] = BestSpeed;
        return info with { Attributes = attributes };
    }
}
