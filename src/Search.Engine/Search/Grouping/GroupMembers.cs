using Search.Engine.Index;
using Search.Engine.Search.Collectors;

namespace Search.Engine.Search.Grouping;

/// <summary>Second pass: the first hits inside each of the groups of a page.</summary>
internal sealed class GroupMembers : ICollector, ILeafCollector
{
    private readonly GroupColumn _column;
    private readonly HitOrder _order;
    private readonly SlotHeap[] _heaps;
    private readonly Dictionary<GroupKey, int> _placeOf = [];
    private readonly bool _withScores;
    private int[] _placeOfGroup = []; // 1 + place among the groups of the page; 0: not looked up yet; -1: not on the page

    /// <param name="groups">The groups of the page and how many hits each shows.</param>
    public GroupMembers(CollapseOptions options, IReadOnlyList<(GroupKey Key, int Hits)> groups)
    {
        _column = new GroupColumn(options.Column);
        _order = new HitOrder(options.SortWithin ?? options.Sort, groups.Sum(group => group.Hits));
        _heaps = new SlotHeap[groups.Count];
        var slot = 0;
        for (var i = 0; i < _heaps.Length; i++)
        {
            _heaps[i] = new SlotHeap(_order, slot, groups[i].Hits);
            slot += groups[i].Hits;
            _placeOf.Add(groups[i].Key, i);
        }
        _withScores = options.Scores;
    }

    public bool NeedsScores => _withScores || _order.NeedsScores;

    public ILeafCollector StartLeaf(Leaf leaf)
    {
        _column.StartLeaf(leaf.Reader);
        _order.StartLeaf(leaf);
        return this;
    }

    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        for (var i = 0; i < docs.Length; i++)
        {
            int place = PlaceOf(_column.GroupOf(docs[i]));
            if (place < 0)
                continue;
            _order.MoveTo(docs[i], scores[i]);
            _heaps[place].Offer();
        }
    }

    /// <summary>The first hits of the n-th group.</summary>
    public IReadOnlyList<ScoreDoc> HitsOf(int place) => [.. _heaps[place].InOrder().Select(slot => _order.HitAt(slot, _withScores))];

    private int PlaceOf(int group)
    {
        if (group >= _placeOfGroup.Length)
            Array.Resize(ref _placeOfGroup, Math.Max(64, 2 * group));
        ref int place = ref _placeOfGroup[group];
        if (place == 0)
            place = _placeOf.TryGetValue(_column[group], out int known) ? known + 1 : -1;
        return place - 1;
    }
}
