namespace Search.Engine.Search.Collectors;

/// <summary>Slots of hits as a heap whose root is the last in the order.</summary>
internal sealed class SlotHeap
{
    private readonly HitOrder _order;
    private readonly int _firstSlot;
    private readonly int[] _slots;
    private readonly int[] _placeOf; // by slot, from the first

    /// <summary>An empty heap over the slots <c>[firstSlot, firstSlot + capacity)</c> of an order.</summary>
    public SlotHeap(HitOrder order, int firstSlot, int capacity)
    {
        _order = order;
        _firstSlot = firstSlot;
        _slots = new int[capacity];
        _placeOf = new int[capacity];
    }

    public int Count { get; private set; }

    public bool IsFull => Count == _slots.Length;

    /// <summary>The slot of the hit that is last in the order.</summary>
    public int Root => _slots[0];

    /// <summary>Takes the document under the eye in when it is among the first.</summary>
    public void Offer()
    {
        if (!IsFull)
        {
            Push();
        }
        else if (_order.IsBefore(Root))
        {
            _order.Keep(Root);
            Improved(Root);
        }
    }

    /// <summary>Keeps the document under the eye in the next free slot, which is returned.</summary>
    public int Push()
    {
        int slot = _firstSlot + Count;
        _order.Keep(slot);
        int place = Count++;
        while (place > 0 && _order.IsAfter(slot, _slots[(place - 1) / 2]))
        {
            Put(_slots[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        Put(slot, place);
        return slot;
    }

    /// <summary>The hit in a slot has been replaced by one that comes before it.</summary>
    public void Improved(int slot)
    {
        int place = _placeOf[slot - _firstSlot];
        while (2 * place + 1 < Count)
        {
            int child = 2 * place + 1;
            if (child + 1 < Count && _order.IsAfter(_slots[child + 1], _slots[child]))
                child++;
            if (!_order.IsAfter(_slots[child], slot))
                break;
            Put(_slots[child], place);
            place = child;
        }
        Put(slot, place);
    }

    /// <summary>The slots in order.</summary>
    public int[] InOrder()
    {
        int[] slots = _slots[..Count];
        Array.Sort(slots, (left, right) => left == right ? 0 : _order.IsAfter(left, right) ? 1 : -1);
        return slots;
    }

    private void Put(int slot, int place)
    {
        _slots[place] = slot;
        _placeOf[slot - _firstSlot] = place;
    }
}
