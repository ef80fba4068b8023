using Search.Engine.Index;

namespace Search.Engine.Indexing;

/// <summary>What stays the same about a field for the life of an index.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Number">Its number in new segments.</param>
/// <param name="IndexOptions">What its postings hold; None while it is not indexed.</param>
/// <param name="DocValuesType">Its kind of column; None while it has none.</param>
/// <param name="PointDimensions">Dimensions of its points; 0 while it has none.</param>
/// <param name="PointBytes">Bytes of a dimension.</param>
internal sealed record FieldSchema(
    string Name, int Number, IndexOptions IndexOptions, DocValuesType DocValuesType, int PointDimensions, int PointBytes)
{
    /// <summary>Whether a value in its column marks a document as softly deleted.</summary>
    public bool IsSoftDeletes { get; init; }
}
