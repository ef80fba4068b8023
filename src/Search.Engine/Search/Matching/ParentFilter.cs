using System.Runtime.CompilerServices;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Matching;

/// <summary>Says which documents are parents: the last ones of blocks whose other documents are their children.</summary>
/// <remarks>
/// <para>Blocks are written with one call (<c>AddDocuments</c>, <c>UpdateDocuments</c>), the parent last. Deleted documents
/// keep their part until they are merged away: a block must be deleted as a whole.</para>
/// <para>Shareable; keep it and use it for many queries: the parents of a segment are looked for once and kept as long as
/// the segment is open, also over reopened readers. The query must therefore not depend on columns that are updated in place.</para>
/// </remarks>
public sealed class ParentFilter : IEquatable<ParentFilter>
{
    private readonly ConditionalWeakTable<object, FixedBitSet> _parents = [];

    /// <summary>Parents are the documents of <paramref name="query"/>.</summary>
    public ParentFilter(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
    }

    /// <summary>What finds the parents.</summary>
    public Query Query { get; }

    /// <inheritdoc/>
    public bool Equals(ParentFilter? other) => other is not null && Query.Equals(other.Query);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParentFilter);

    /// <inheritdoc/>
    public override int GetHashCode() => Query.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"ParentFilter({Query})";

    /// <summary>The parents of a segment that were looked for before; null when they were not.</summary>
    internal FixedBitSet? Known(Leaf leaf) => _parents.TryGetValue(leaf.Reader.CoreKey, out FixedBitSet? parents) ? parents : null;

    /// <summary>Keeps the parents of a segment; of two that come at the same time one is kept.</summary>
    internal FixedBitSet Keep(Leaf leaf, FixedBitSet parents) => _parents.GetOrAdd(leaf.Reader.CoreKey, parents);
}
