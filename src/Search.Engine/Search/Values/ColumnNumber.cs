namespace Search.Engine.Search.Values;

/// <summary>How a numeric column is read.</summary>
internal enum ColumnNumber
{
    Integer,
    Single,
    Double,
}
