namespace Search.Engine.Search.Proximity;

/// <summary>How an interval stands to those of another source.</summary>
internal enum IntervalRelation
{
    /// <summary>It holds one of them.</summary>
    Containing,

    /// <summary>One of them holds it.</summary>
    ContainedBy,

    /// <summary>It shares a position with one of them.</summary>
    Overlapping,
}
