namespace Search.Engine.Search;

/// <summary>Which of several values of a document counts.</summary>
public enum SortSelector
{
    /// <summary>The smallest.</summary>
    Min,

    /// <summary>The largest.</summary>
    Max,

    /// <summary>The one in the middle; the smaller one of two.</summary>
    MiddleMin,

    /// <summary>The one in the middle; the larger one of two.</summary>
    MiddleMax,
}
