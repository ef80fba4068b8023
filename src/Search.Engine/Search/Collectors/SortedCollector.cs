using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Keeps the k first in the order of several criteria, equals by document id.</summary>
/// <remarks>Source: column notes, section 6.1.</remarks>
internal sealed class SortedCollector : ICollector, ILeafCollector
{
    private readonly SortComparator[] _comparators;
    private readonly int[] _signs;
    private readonly int _capacity;
    private readonly ScoreDoc? _after;

    // Slots of the hits, as a heap whose root is the last in the order.
    private readonly List<int> _heap;
    private readonly int[] _docs;
    private readonly float[] _scores;
    private readonly bool _withScores;
    private long _count;
    private int _docBase;

    public SortedCollector(int k, SearchOptions options)
    {
        IReadOnlyList<SortField> sort = options.Sort!;
        _capacity = k;
        _after = options.After;
        if (_after is not null && _after.SortKeys?.Count != sort.Count)
            throw new ArgumentException("the hit to start after comes from a search with another order", nameof(options));
        _comparators = [.. sort.Select(field => SortComparator.Create(field, k))];
        _signs = [.. sort.Select(field => field.Reverse ? -1 : 1)];
        _heap = new List<int>(k);
        _docs = new int[k];
        _scores = new float[k];
        _withScores = options.ScoresWithSort;
        NeedsScores = _withScores || sort.Any(field => field.Kind == SortKind.Score);
    }

    public bool NeedsScores { get; }

    public ILeafCollector StartLeaf(Leaf leaf)
    {
        _docBase = leaf.DocBase;
        foreach (SortComparator comparator in _comparators)
            comparator.StartLeaf(leaf);
        return this;
    }

    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        _count += docs.Length;
        for (var i = 0; i < docs.Length; i++)
        {
            foreach (SortComparator comparator in _comparators)
                comparator.Look(docs[i], scores[i]);
            int doc = _docBase + docs[i];
            if (_after is not null && IsUpTo(_after, doc))
                continue;
            if (_heap.Count < _capacity)
                Push(Keep(_heap.Count, doc, scores[i]));
            else if (IsBefore(_heap[0]))
                SiftDown(Keep(_heap[0], doc, scores[i]));
        }
    }

    /// <summary>The hits in order.</summary>
    public TopDocs Result()
    {
        List<int> order = [.. _heap];
        order.Sort((left, right) => IsAfter(left, right) ? 1 : IsAfter(right, left) ? -1 : 0);
        var hits = new List<ScoreDoc>(order.Count);
        foreach (int slot in order)
        {
            SortKey[] keys = [.. _comparators.Select(comparator => comparator.KeyOf(slot))];
            hits.Add(new ScoreDoc(_docs[slot], _withScores ? _scores[slot] : float.NaN, keys));
        }
        return new TopDocs(new TotalHits(_count, IsExact: true), hits);
    }

    // Documents come in ascending order: an equal one is later and stays out.
    private bool IsBefore(int slot)
    {
        for (var i = 0; i < _comparators.Length; i++)
        {
            int order = _signs[i] * _comparators[i].CompareTo(slot);
            if (order != 0)
                return order < 0;
        }
        return false;
    }

    private bool IsUpTo(ScoreDoc after, int doc)
    {
        for (var i = 0; i < _comparators.Length; i++)
        {
            int order = _signs[i] * _comparators[i].CompareTo(after.SortKeys![i]);
            if (order != 0)
                return order < 0;
        }
        return doc <= after.Doc;
    }

    private bool IsAfter(int left, int right)
    {
        for (var i = 0; i < _comparators.Length; i++)
        {
            int order = _signs[i] * _comparators[i].Compare(left, right);
            if (order != 0)
                return order > 0;
        }
        return _docs[left] > _docs[right];
    }

    private int Keep(int slot, int doc, float score)
    {
        foreach (SortComparator comparator in _comparators)
            comparator.Keep(slot);
        _docs[slot] = doc;
        _scores[slot] = score;
        return slot;
    }

    private void Push(int slot)
    {
        _heap.Add(slot);
        int child = _heap.Count - 1;
        while (child > 0 && IsAfter(_heap[child], _heap[(child - 1) / 2]))
        {
            int parent = (child - 1) / 2;
            (_heap[child], _heap[parent]) = (_heap[parent], _heap[child]);
            child = parent;
        }
    }

    // The root's slot has a new hit.
    private void SiftDown(int slot)
    {
        var index = 0;
        while (2 * index + 1 < _heap.Count)
        {
            int child = 2 * index + 1;
            if (child + 1 < _heap.Count && IsAfter(_heap[child + 1], _heap[child]))
                child++;
            if (!IsAfter(_heap[child], slot))
                break;
            _heap[index] = _heap[child];
            index = child;
        }
        _heap[index] = slot;
    }
}
