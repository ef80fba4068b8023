namespace Search.Engine.Search.Facets;

/// <summary>What the integers of a column of times count since 1970-01-01T00:00:00Z.</summary>
public enum TimeScale
{
    /// <summary>Days.</summary>
    Days,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,
}
