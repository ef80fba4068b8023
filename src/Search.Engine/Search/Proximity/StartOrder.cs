namespace Search.Engine.Search.Proximity;

/// <summary>
/// The parts of an unordered source, the one that starts first on top, the longest of several. Parts at equal intervals come in the
/// order that a binary heap leaves them in when what is moved goes before its equals: docs/interval-semantics.md, "Unordered".
/// </summary>
internal sealed class StartOrder(int capacity)
{
    private readonly (int Start, int End, int Part)[] _heap = new (int Start, int End, int Part)[capacity];
    private int _count;

    /// <summary>The part that starts first.</summary>
    public int First => _heap[0].Part;

    /// <summary>Where it starts.</summary>
    public int Start => _heap[0].Start;

    /// <summary>Where it ends.</summary>
    public int End => _heap[0].End;

    /// <summary>Takes all parts out.</summary>
    public void Clear() => _count = 0;

    /// <summary>Puts a part in at its current interval.</summary>
    public void Add(int part, in Interval interval)
    {
        (int Start, int End, int Part) added = (interval.Start, interval.End, part);
        int place = _count++;
        for (; place > 0 && GoesBefore(added, _heap[Parent(place)]); place = Parent(place))
            _heap[place] = _heap[Parent(place)];
        _heap[place] = added;
    }

    /// <summary>Says that the first part now stands at another interval.</summary>
    public void Replace(in Interval interval)
    {
        (int Start, int End, int Part) moved = (interval.Start, interval.End, First);
        var place = 0;
        for (int child = FirstChild(place); child < _count && GoesBefore(_heap[child], moved); child = FirstChild(place))
        {
            _heap[place] = _heap[child];
            place = child;
        }
        _heap[place] = moved;
    }

    private static int Parent(int place) => (place - 1) >> 1;

    private static bool GoesBefore(in (int Start, int End, int Part) one, in (int Start, int End, int Part) other) =>
        one.Start < other.Start || (one.Start == other.Start && one.End >= other.End);

    private int FirstChild(int place)
    {
        int left = 2 * place + 1;
        return left + 1 < _count && GoesBefore(_heap[left + 1], _heap[left]) ? left + 1 : left;
    }
}
