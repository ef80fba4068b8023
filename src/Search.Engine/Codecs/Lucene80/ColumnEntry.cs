namespace Search.Engine.Codecs.Lucene80;

/// <summary>The metadata of one column: enough to open cursors over the mapped data.</summary>
/// <remarks>Immutable; shareable.</remarks>
internal abstract class ColumnEntry;
