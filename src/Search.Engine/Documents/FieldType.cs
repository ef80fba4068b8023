using Search.Engine.Index;

namespace Search.Engine.Documents;

/// <summary>How the values of a field are indexed and kept.</summary>
/// <remarks>A field keeps its index options, column kind and point shape for the life of an index. Immutable.</remarks>
public sealed record FieldType
{
    /// <summary>What the postings hold.</summary>
    public IndexOptions IndexOptions { get; init; }

    /// <summary>Whether the text is analysed; otherwise the whole value is one term.</summary>
    public bool IsTokenized { get; init; } = true;

    /// <summary>Whether lengths are left out (scores then treat every document as of length one).</summary>
    public bool OmitsNorms { get; init; }

    /// <summary>Whether the value can be read back.</summary>
    public bool IsStored { get; init; }

    /// <summary>The kind of column.</summary>
    public DocValuesType DocValuesType { get; init; }

    /// <summary>Bytes of the one point dimension: 4, 8 or 16; 0: no point.</summary>
    public int PointBytes { get; init; }
}
