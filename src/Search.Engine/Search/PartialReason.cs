namespace Search.Engine.Search;

/// <summary>Why a result is only a part of what the index holds.</summary>
public enum PartialReason
{
    /// <summary>It is all there is.</summary>
    None = 0,

    /// <summary><see cref="SearchLimits.Time"/> was up.</summary>
    Time,

    /// <summary>Clauses came to more terms than <see cref="SearchLimits.MaxExpansions"/>.</summary>
    Expansions,
}
