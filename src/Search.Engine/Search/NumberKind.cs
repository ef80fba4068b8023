namespace Search.Engine.Search;

/// <summary>What the numbers of a numeric or sorted-numeric column mean.</summary>
public enum NumberKind
{
    /// <summary>Integers.</summary>
    Integer = 0,

    /// <summary>32-bit floats: raw bits in a numeric column, integers that order alike in a sorted-numeric one.</summary>
    Single,

    /// <summary>64-bit floats: raw bits in a numeric column, integers that order alike in a sorted-numeric one.</summary>
    Double,
}
