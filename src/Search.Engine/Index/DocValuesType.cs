namespace Search.Engine.Index;

/// <summary>The kind of a field's column; the values are those of the field infos format.</summary>
public enum DocValuesType
{
    /// <summary>No column.</summary>
    None = 0,

    /// <summary>One 64-bit number a document.</summary>
    Numeric = 1,

    /// <summary>One byte string a document.</summary>
    Binary = 2,

    /// <summary>One byte string a document, numbered in a sorted dictionary.</summary>
    Sorted = 3,

    /// <summary>A set of dictionary strings a document.</summary>
    SortedSet = 4,

    /// <summary>A list of numbers a document, ascending, repeats kept.</summary>
    SortedNumeric = 5,
}
