using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Compares hits by one criterion: documents of the current segment with hits that are kept in slots.</summary>
/// <remarks>One thread. Signs are those of the ascending order; turning it round is the caller's business.</remarks>
internal abstract class SortComparator
{
    /// <summary>Moves to a segment; its documents come in ascending order.</summary>
    public abstract void StartLeaf(Leaf leaf);

    /// <summary>Looks at a document: the comparisons below are about it. Called at most once a document.</summary>
    public abstract void Look(int docId, float score);

    /// <summary>The document against the hit in a slot.</summary>
    public abstract int CompareTo(int slot);

    /// <summary>The document against the hit after which a page starts.</summary>
    public abstract int CompareTo(in SortKey after);

    /// <summary>Two hits in slots.</summary>
    public abstract int Compare(int left, int right);

    /// <summary>Keeps the document in a slot.</summary>
    public abstract void Keep(int slot);

    /// <summary>What is kept of a hit.</summary>
    public abstract SortKey KeyOf(int slot);

    /// <summary>The comparator of a criterion for so many slots.</summary>
    public static SortComparator Create(SortField field, int slots) => field.Kind switch
    {
        SortKind.Score or SortKind.Doc => new HitComparator(field.Kind, slots),
        SortKind.Text => new TextComparator(field, slots),
        _ => new NumberComparator(field, slots),
    };
}
