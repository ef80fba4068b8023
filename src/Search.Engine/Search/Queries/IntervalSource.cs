using Search.Engine.Search.Proximity;

namespace Search.Engine.Search.Queries;

/// <summary>What intervals of positions are looked for: words, and how they stand to each other. <see cref="Intervals"/> makes them.</summary>
/// <remarks>
/// Immutable value, shareable; knows neither field nor index. Sources that mean the same by construction are equal. An
/// interval runs from one position to another, both inclusive; docs/interval-semantics.md says which ones a source has.
/// </remarks>
public abstract class IntervalSource : IEquatable<IntervalSource>
{
    private protected IntervalSource()
    {
    }

    /// <summary>
    /// Least number of positions that an interval takes by construction; what is longer scores less. Lucene's number, which
    /// counts a repeated source once.
    /// </summary>
    internal abstract int MinExtent { get; }

    /// <summary>The alternatives that the source stands for, to be taken apart by a source around it; itself when it is none.</summary>
    internal virtual IReadOnlyList<IntervalSource> Alternatives => [this];

    /// <summary>The source as Lucene prints it; alternatives in the order given.</summary>
    public abstract override string ToString();

    /// <inheritdoc/>
    public bool Equals(IntervalSource? other) =>
        ReferenceEquals(this, other) || (other is not null && other.GetType() == GetType() && EqualsSameKind(other));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as IntervalSource);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(GetType(), HashOfContent());

    /// <summary>What finds the intervals in a segment; null when it has none.</summary>
    internal abstract IntervalMatcher? Open(IntervalContext context);

    /// <summary>Counts the words and patterns that the source is made of.</summary>
    internal abstract void AddCost(QueryCost cost);

    /// <summary>Equality with a source of the same class.</summary>
    private protected abstract bool EqualsSameKind(IntervalSource other);

    /// <summary>Hash of all that <see cref="EqualsSameKind"/> compares.</summary>
    private protected abstract int HashOfContent();
}
