namespace Search.Articles.Querying.Syntax;

/// <summary>What stands before a clause.</summary>
internal enum ClauseSign
{
    None,

    /// <summary>A plus: it is required.</summary>
    Plus,

    /// <summary>A minus, an exclamation mark or NOT: it is excluded.</summary>
    Minus,
}
