using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>What is asked for: an immutable value that knows nothing of any index.</summary>
/// <remarks>
/// Shareable. Queries that mean the same by construction are equal. The set of kinds is closed: an outside caller composes
/// the kinds that are there.
/// </remarks>
public abstract class Query : IEquatable<Query>
{
    private protected Query()
    {
    }

    /// <summary>The query in the classic syntax, as Lucene prints it; for reading, not for parsing.</summary>
    /// <param name="defaultField">Terms of this field are printed without their field.</param>
    public abstract string ToString(string defaultField);

    /// <inheritdoc/>
    public sealed override string ToString() => ToString("");

    /// <inheritdoc/>
    public bool Equals(Query? other) =>
        ReferenceEquals(this, other) || (other is not null && other.GetType() == GetType() && EqualsSameKind(other));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Query);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(GetType(), HashOfContent());

    /// <summary>A query of the same meaning and scores that is nearer to what can be run; this one when there is none.</summary>
    /// <remarks>One step: the caller repeats it until nothing changes.</remarks>
    internal virtual Query Rewrite(IndexReader reader) => this;

    /// <summary>The query bound to an index; it need not be rewritten.</summary>
    /// <param name="needsScores">False when only the set of documents counts.</param>
    /// <param name="boost">Product of the boosts around this query.</param>
    internal abstract Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost);

    /// <summary>Adds up what the tree costs: made of other queries, it passes on to them; otherwise it is one clause.</summary>
    internal virtual void AddCost(QueryCost cost) => cost.AddClause();

    /// <summary>Equality with a query of the same class.</summary>
    private protected abstract bool EqualsSameKind(Query other);

    /// <summary>Hash of all that <see cref="EqualsSameKind"/> compares.</summary>
    private protected abstract int HashOfContent();
}
