namespace Search.Engine.Search.Proximity;

/// <summary>What of an interval is limited.</summary>
internal enum IntervalLimit
{
    /// <summary>Its positions.</summary>
    Length,

    /// <summary>The positions that no part takes.</summary>
    Gaps,
}
