namespace Search.Engine.QueryParsing;

/// <summary>How clauses without an operator combine.</summary>
public enum QueryOperator
{
    /// <summary>Any clause may match.</summary>
    Or,

    /// <summary>All clauses must match.</summary>
    And,
}
