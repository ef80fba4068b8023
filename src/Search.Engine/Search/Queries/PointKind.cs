namespace Search.Engine.Search.Queries;

/// <summary>What the bytes of a point stand for, for printing.</summary>
internal enum PointKind
{
    Int32,
    Int64,
    Single,
    Double,
    Bytes,
}
