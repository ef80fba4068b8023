using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs;

/// <summary>Which files hold the terms and the column of a field, by its attributes.</summary>
/// <remarks>Container notes, section 7.3. A field without the attributes has no terms or no values in the segment.</remarks>
internal static class PerFieldFormats
{
    private const string PostingsFormat = "Lucene84";
    private const string DocValuesFormat = "Lucene80";

    /// <summary>File and header suffix of the postings that hold a field; null when there are none.</summary>
    /// <exception cref="IndexFormatException">The field's format is not read.</exception>
    public static string? PostingsSuffixOf(FieldInfo field, SegmentInfo segment) => field.IndexOptions == IndexOptions.None
        ? null
        : SuffixOf(field, segment, Lucene87Codec.PostingsFormatKey, Lucene87Codec.PostingsSuffixKey, PostingsFormat);

    /// <summary>File and header suffix of the column of a field; null when there is none.</summary>
    /// <exception cref="IndexFormatException">The field's format is not read.</exception>
    public static string? ColumnSuffixOf(FieldInfo field, SegmentInfo segment) => field.DocValuesType == DocValuesType.None
        ? null
        : SuffixOf(field, segment, Lucene87Codec.DocValuesFormatKey, Lucene87Codec.DocValuesSuffixKey, DocValuesFormat);

    private static string? SuffixOf(FieldInfo field, SegmentInfo segment, string formatKey, string suffixKey, string known)
    {
        if (!field.Attributes.TryGetValue(formatKey, out string? format))
            return null;
        if (format != known)
            throw new IndexFormatException($"field \"{field.Name}\" was written in the format \"{format}\", not in {known}; {FormatAdvice.Chosen}", segment.FileName("fnm"));
        if (!field.Attributes.TryGetValue(suffixKey, out string? suffix))
            throw new CorruptIndexException($"field \"{field.Name}\" lacks the attribute {suffixKey}", segment.FileName("fnm"));
        return $"{format}_{suffix}";
    }
}
