namespace Search.Engine.Search;

/// <summary>One criterion of an order.</summary>
/// <remarks>Source: column notes, section 6.1.</remarks>
public sealed record SortField
{
    private SortField(SortKind kind, string? column)
    {
        Kind = kind;
        Column = column;
    }

    /// <summary>By score, highest first.</summary>
    public static SortField Score { get; } = new(SortKind.Score, null);

    /// <summary>By document id.</summary>
    public static SortField Doc { get; } = new(SortKind.Doc, null);

    /// <summary>What is compared.</summary>
    public SortKind Kind { get; }

    /// <summary>The column; null for score and document id.</summary>
    public string? Column { get; }

    /// <summary>Turns the order round; missing values go where the turned order puts them.</summary>
    public bool Reverse { get; init; }

    /// <summary>Which value counts where a document has several, whatever the direction.</summary>
    public SortSelector Selector { get; init; }

    /// <summary>What documents without a number count as.</summary>
    public double MissingNumber { get; init; }

    /// <summary>What documents without an integer count as; when set, it comes before <see cref="MissingNumber"/>.</summary>
    public long? MissingInteger { get; init; }

    /// <summary>Whether documents without a string count as greater than every string; otherwise as smaller.</summary>
    public bool MissingTextLast { get; init; }

    /// <summary>By the integers of a column, smallest first.</summary>
    public static SortField Integer(string column) => Of(SortKind.Integer, column);

    /// <summary>By the 32-bit floats of a column, smallest first.</summary>
    public static SortField Single(string column) => Of(SortKind.Single, column);

    /// <summary>By the 64-bit floats of a column, smallest first.</summary>
    public static SortField Double(string column) => Of(SortKind.Double, column);

    /// <summary>By the strings of a column, smallest first.</summary>
    public static SortField Text(string column) => Of(SortKind.Text, column);

    private static SortField Of(SortKind kind, string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new SortField(kind, column);
    }
}
