namespace Search.Articles.Querying.Syntax;

/// <summary>What stands between two clauses.</summary>
internal enum Joint
{
    /// <summary>Nothing, or no operator.</summary>
    None,

    /// <summary>Both.</summary>
    And,

    /// <summary>Either.</summary>
    Or,
}
