namespace Search.Engine.Index;

/// <summary>How one field is stored in one segment.</summary>
/// <remarks>Immutable; shareable. Layout: container notes, section 7.</remarks>
public sealed record FieldInfo
{
    /// <summary>The field's name, unique in the segment.</summary>
    public required string Name { get; init; }

    /// <summary>The field's number in this segment; the same name normally has the same number in all segments.</summary>
    public required int Number { get; init; }

    /// <summary>What its postings hold.</summary>
    public IndexOptions IndexOptions { get; init; }

    /// <summary>Whether it is indexed without lengths.</summary>
    public bool OmitsNorms { get; init; }

    /// <summary>Whether some position in this segment has a payload.</summary>
    public bool HasPayloads { get; init; }

    /// <summary>Whether the segment holds term vectors of it (which this engine does not read).</summary>
    public bool HasTermVectors { get; init; }

    /// <summary>Whether a value in its column marks a document as softly deleted.</summary>
    public bool IsSoftDeletes { get; init; }

    /// <summary>The kind of its column.</summary>
    public DocValuesType DocValuesType { get; init; }

    /// <summary>Generation of the column's update files; -1: the column of the segment itself.</summary>
    public long DocValuesGeneration { get; init; } = -1;

    /// <summary>Number of point dimensions; 0: no points.</summary>
    public int PointDimensionCount { get; init; }

    /// <summary>Number of point dimensions that the tree splits on.</summary>
    public int PointIndexDimensionCount { get; init; }

    /// <summary>Bytes of one dimension of a point.</summary>
    public int PointBytesPerDimension { get; init; }

    /// <summary>The codec's settings of the field; unknown keys are kept.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = EmptyAttributes;

    /// <summary>Whether the field is indexed and every document with it has a norm.</summary>
    public bool HasNorms => IndexOptions != IndexOptions.None && !OmitsNorms;

    /// <summary>Whether postings hold frequencies.</summary>
    public bool HasFreqs => IndexOptions >= IndexOptions.DocsAndFreqs;

    /// <summary>Whether postings hold positions.</summary>
    public bool HasPositions => IndexOptions >= IndexOptions.DocsFreqsAndPositions;

    /// <summary>Whether postings hold character offsets.</summary>
    public bool HasOffsets => IndexOptions >= IndexOptions.DocsFreqsPositionsAndOffsets;

    private static IReadOnlyDictionary<string, string> EmptyAttributes { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
