namespace Search.Engine.Codecs;

/// <summary>What never changes about a segment (<c>.si</c>).</summary>
/// <remarks>Layout: container notes, section 6. Immutable.</remarks>
internal sealed record SegmentInfo
{
    /// <summary><c>_</c> and the segment's number in base 36.</summary>
    public required string Name { get; init; }

    /// <summary>16 bytes that tie every file of the segment to it.</summary>
    public required SegmentId Id { get; init; }

    /// <summary>Number of documents, deleted ones included; at least 1.</summary>
    public required int MaxDoc { get; init; }

    /// <summary>Whether the segment's files are packed in one.</summary>
    public bool IsCompound { get; init; }

    /// <summary>Version of the library that wrote the segment.</summary>
    public FormatVersion Version { get; init; } = FormatVersion.Current;

    /// <summary>Lowest version among all segments that were ever merged into this one.</summary>
    public FormatVersion? MinVersion { get; init; } = FormatVersion.Current;

    /// <summary>Free text about the segment's making.</summary>
    public IReadOnlyDictionary<string, string> Diagnostics { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Codec settings of the segment.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Names of all files that were written with the segment, the <c>.si</c> included; generational files are not among them.</summary>
    public IReadOnlySet<string> Files { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The order of the documents in the segment, as it stands in the file; empty when it has none.</summary>
    public IReadOnlyList<IndexSortField> IndexSort { get; init; } = [];

    /// <summary>The file of this segment with an extension: <c>_0.fdt</c>, or with a suffix <c>_0_Lucene84_0.doc</c>.</summary>
    public string FileName(string extension, string suffix = "") =>
        suffix.Length == 0 ? $"{Name}.{extension}" : $"{Name}_{suffix}.{extension}";
}
