using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a number in a column that fits a rule; constant score.</summary>
/// <remarks>
/// Looks at every document that the rest of the query leaves: right beside a clause with few documents, where points would
/// be walked in vain. Numeric and sorted-numeric columns; of several values one that fits is enough. Floats are compared as
/// the integers that the column holds (sortable bits in sorted-numeric columns).
/// </remarks>
public abstract class NumberColumnQuery : Query
{
    private protected NumberColumnQuery(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        Column = column;
    }

    /// <summary>The column that is looked into.</summary>
    public string Column { get; }

    /// <summary>The rule.</summary>
    internal abstract bool Fits(long value);

    internal sealed override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new NumberColumnWeight(this, needsScores, boost);
}
