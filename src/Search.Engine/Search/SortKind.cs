namespace Search.Engine.Search;

/// <summary>What a <see cref="SortField"/> compares.</summary>
public enum SortKind
{
    /// <summary>Scores, highest first.</summary>
    Score,

    /// <summary>Document ids.</summary>
    Doc,

    /// <summary>Integers of a numeric or sorted-numeric column.</summary>
    Integer,

    /// <summary>32-bit floats of a numeric or sorted-numeric column.</summary>
    Single,

    /// <summary>64-bit floats of a numeric or sorted-numeric column.</summary>
    Double,

    /// <summary>Strings of a sorted or sorted-set column, by unsigned bytes.</summary>
    Text,
}
