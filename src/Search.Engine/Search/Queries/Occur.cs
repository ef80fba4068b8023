namespace Search.Engine.Search.Queries;

/// <summary>The part that a clause plays in a <see cref="BooleanQuery"/>.</summary>
public enum Occur
{
    /// <summary>Must match and scores.</summary>
    Must,

    /// <summary>Must match; does not score.</summary>
    Filter,

    /// <summary>May match; scores when it does. Without required clauses some must match.</summary>
    Should,

    /// <summary>Must not match.</summary>
    MustNot,
}
