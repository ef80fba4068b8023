using Search.Engine.Index;

namespace Search.Engine.Search.Collectors;

/// <summary>Keeps the k first in the order of several criteria, equals by document id.</summary>
/// <remarks>Source: column notes, section 6.1.</remarks>
internal sealed class SortedCollector : TopDocsCollector, ILeafCollector
{
    private readonly HitOrder _order;
    private readonly SlotHeap _heap;
    private readonly ScoreDoc? _after;
    private readonly bool _withScores;
    private long _count;

    public SortedCollector(int k, SearchOptions options)
    {
        _order = new HitOrder(options.Sort, k);
        _heap = new SlotHeap(_order, 0, k);
        _after = options.After;
        if (_after is not null && !_order.Fits(_after))
            throw new ArgumentException("the hit to start after comes from a search with another order", nameof(options));
        _withScores = options.ScoresWithSort;
    }

    public override bool NeedsScores => _withScores || _order.NeedsScores;

    public override ILeafCollector StartLeaf(Leaf leaf)
    {
        _order.StartLeaf(leaf);
        return this;
    }

    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        _count += docs.Length;
        for (var i = 0; i < docs.Length; i++)
        {
            _order.MoveTo(docs[i], scores[i]);
            if (_after is null || !_order.IsUpTo(_after))
                _heap.Offer();
        }
    }

    public override TopDocs Result() =>
        new(new TotalHits(_count, IsExact: true), [.. _heap.InOrder().Select(slot => _order.HitAt(slot, _withScores))]);
}
