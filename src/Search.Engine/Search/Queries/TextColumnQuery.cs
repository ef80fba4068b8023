using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a string in a column that fits a rule; constant score.</summary>
/// <remarks>
/// Strings are looked up once a segment, then ordinals are compared for every document that the rest of the query leaves.
/// Sorted and sorted-set columns; of several values one that fits is enough.
/// </remarks>
public abstract class TextColumnQuery : Query
{
    private protected TextColumnQuery(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        Column = column;
    }

    /// <summary>The column that is looked into.</summary>
    public string Column { get; }

    /// <summary>The ordinals of a segment's strings that fit; null when none does.</summary>
    internal abstract Predicate<int>? OrdinalsThatFit(IOrdinalDictionary dictionary);

    internal sealed override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new TextColumnWeight(this, needsScores, boost);
}
