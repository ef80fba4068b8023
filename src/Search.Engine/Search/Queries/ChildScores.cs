namespace Search.Engine.Search.Queries;

/// <summary>What a parent scores by its matching children.</summary>
public enum ChildScores
{
    /// <summary>Nothing: every parent scores 0, and children are not scored.</summary>
    None,

    /// <summary>The mean of the children's scores.</summary>
    Avg,

    /// <summary>The highest of the children's scores.</summary>
    Max,

    /// <summary>The lowest of the children's scores.</summary>
    Min,

    /// <summary>The sum of the children's scores.</summary>
    Total,
}
