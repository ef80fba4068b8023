using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>
/// An order of several criteria, equals by document id: compares the document under the eye with hits that are kept in slots,
/// and these with each other.
/// </summary>
/// <remarks>One thread. Later criteria are looked at only when the earlier ones are equal. Column notes, section 6.1.</remarks>
internal sealed class HitOrder
{
    private readonly SortField[] _fields;
    private readonly SortComparator[] _comparators;
    private readonly int[] _docs;
    private readonly float[] _scores;
    private int _docBase;
    private int _docId;
    private float _score;
    private int _looked; // how many criteria have looked at the document

    /// <param name="sort">Null or empty: by score.</param>
    public HitOrder(IReadOnlyList<SortField>? sort, int slots)
    {
        _fields = sort is { Count: > 0 } ? [.. sort] : [SortField.Score];
        _comparators = [.. _fields.Select(field => SortComparator.Create(field, slots))];
        _docs = new int[slots];
        _scores = new float[slots];
    }

    /// <summary>Whether a criterion is the score.</summary>
    public bool NeedsScores => Array.Exists(_fields, criterion => criterion.Kind == SortKind.Score);

    /// <summary>Moves to a segment.</summary>
    public void StartLeaf(Leaf leaf)
    {
        _docBase = leaf.DocBase;
        foreach (SortComparator comparator in _comparators)
            comparator.StartLeaf(leaf);
    }

    /// <summary>Moves to a document of the segment; documents ascend.</summary>
    public void MoveTo(int docId, float score)
    {
        _docId = docId;
        _score = score;
        _looked = 0;
    }

    /// <summary>Whether the document comes before the hit in a slot. One that is equal is later and comes behind.</summary>
    public bool IsBefore(int slot)
    {
        for (var i = 0; i < _comparators.Length; i++)
        {
            int order = Looked(i).CompareTo(slot);
            if (order != 0)
                return order < 0 != _fields[i].Reverse;
        }
        return false;
    }

    /// <summary>Whether the document is the hit, or comes before the hit, after which a page starts.</summary>
    public bool IsUpTo(ScoreDoc after)
    {
        for (var i = 0; i < _comparators.Length; i++)
        {
            int order = Looked(i).CompareTo(after.SortKeys![i]);
            if (order != 0)
                return order < 0 != _fields[i].Reverse;
        }
        return _docBase + _docId <= after.Doc;
    }

    /// <summary>Whether the hit in one slot comes after the hit in another.</summary>
    public bool IsAfter(int left, int right)
    {
        for (var i = 0; i < _comparators.Length; i++)
        {
            int order = _comparators[i].Compare(left, right);
            if (order != 0)
                return order > 0 != _fields[i].Reverse;
        }
        return _docs[left] > _docs[right];
    }

    /// <summary>Keeps the document in a slot.</summary>
    public void Keep(int slot)
    {
        for (var i = 0; i < _comparators.Length; i++)
            Looked(i).Keep(slot);
        _docs[slot] = _docBase + _docId;
        _scores[slot] = _score;
    }

    /// <summary>The hit in a slot.</summary>
    public ScoreDoc HitAt(int slot, bool withScore)
    {
        var keys = new SortKey[_comparators.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = _comparators[i].KeyOf(slot);
        return new ScoreDoc(_docs[slot], withScore ? _scores[slot] : float.NaN, keys);
    }

    /// <summary>Whether a hit has the keys of this order.</summary>
    public bool Fits(ScoreDoc hit)
    {
        if (hit.SortKeys is not { } keys || keys.Count != _fields.Length)
            return false;
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Kind != _fields[i].Kind)
                return false;
        }
        return true;
    }

    private SortComparator Looked(int criterion)
    {
        SortComparator comparator = _comparators[criterion];
        if (_looked == criterion)
        {
            comparator.Look(_docId, _score);
            _looked++;
        }
        return comparator;
    }
}
