using Search.Engine.Index;
using Search.Engine.Search.Collectors;

namespace Search.Engine.Search.Grouping;

/// <summary>First pass: which groups come first, by the first hit of each, and how many hits every group has.</summary>
/// <remarks>
/// Only the heads of the groups that may be among the first are kept: a group that fell behind comes back when a later hit is
/// good enough. Search semantics notes, section 8.1.
/// </remarks>
internal sealed class GroupHeads : ICollector, ILeafCollector
{
    private const int NoSlot = -1;

    private readonly HitOrder _order;
    private readonly SlotHeap _heap;
    private readonly bool _withScores;
    private readonly int[] _groupOfSlot;
    private Tally[] _tallies = new Tally[64]; // by group

    public GroupHeads(CollapseOptions options, int groups)
    {
        Column = new GroupColumn(options.Column);
        _order = new HitOrder(options.Sort, groups);
        _heap = new SlotHeap(_order, 0, groups);
        _groupOfSlot = new int[groups];
        _withScores = options.Scores;
    }

    /// <summary>The groups of all hits.</summary>
    public GroupColumn Column { get; }

    /// <summary>Number of hits.</summary>
    public long Count { get; private set; }

    public bool NeedsScores => _withScores || _order.NeedsScores;

    public ILeafCollector StartLeaf(Leaf leaf)
    {
        Column.StartLeaf(leaf.Reader);
        _order.StartLeaf(leaf);
        return this;
    }

    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        Count += docs.Length;
        for (var i = 0; i < docs.Length; i++)
        {
            int group = Column.GroupOf(docs[i]);
            ref Tally tally = ref TallyOf(group);
            tally.Hits++;
            tally.MaxScore = Math.Max(tally.MaxScore, scores[i]);
            _order.MoveTo(docs[i], scores[i]);
            Offer(group, ref tally);
        }
    }

    /// <summary>Number of hits of a group.</summary>
    public long HitsOf(int group) => _tallies[group].Hits;

    /// <summary>Highest score of a group; NaN without scores.</summary>
    public float MaxScoreOf(int group) => _withScores ? _tallies[group].MaxScore : float.NaN;

    /// <summary>The first groups and their first hits, in order.</summary>
    public IEnumerable<(int Group, ScoreDoc Head)> InOrder()
    {
        foreach (int slot in _heap.InOrder())
            yield return (_groupOfSlot[slot], _order.HitAt(slot, _withScores));
    }

    private void Offer(int group, ref Tally tally)
    {
        int slot = tally.Slot;
        if (slot != NoSlot)
        {
            if (!_order.IsBefore(slot))
                return;
            _order.Keep(slot);
            _heap.Improved(slot);
        }
        else if (!_heap.IsFull)
        {
            tally.Slot = _heap.Push();
            _groupOfSlot[tally.Slot] = group;
        }
        else if (_order.IsBefore(_heap.Root))
        {
            slot = _heap.Root;
            _tallies[_groupOfSlot[slot]].Slot = NoSlot;
            tally.Slot = slot;
            _groupOfSlot[slot] = group;
            _order.Keep(slot);
            _heap.Improved(slot);
        }
    }

    private ref Tally TallyOf(int group)
    {
        if (group >= _tallies.Length)
            Array.Resize(ref _tallies, _tallies.Length * 2);
        ref Tally tally = ref _tallies[group];
        if (tally.Hits == 0)
            tally = new Tally { Slot = NoSlot, MaxScore = float.NegativeInfinity };
        return ref tally;
    }

    /// <summary>What is known of a group.</summary>
    private struct Tally
    {
        public long Hits;
        public float MaxScore;
        public int Slot; // of its first hit
    }
}
