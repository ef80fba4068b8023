using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>The documents of an ascending list, without scores.</summary>
internal sealed class ListWindowScorer(ReadOnlyMemory<int> docs) : WindowScorer
{
    // What stands before it is behind all targets.
    private int _next;

    public override long Cost => docs.Length;

    public override long LeastMatches => docs.Length;

    public override bool Accumulates => true;

    public override bool NarrowsLists => true;

    public override int Seek(int target)
    {
        ReadOnlySpan<int> all = docs.Span;
        if (_next < all.Length && all[_next] < target)
            _next = FirstAtLeast(all, target);
        return _next < all.Length ? all[_next] : DocIdCursor.NoMoreDocs;
    }

    public override void Score(int from, int to, ScoreWindow window)
    {
        if (Seek(from) >= to)
            return;
        int start = _next;
        Seek(to);
        window.Mark(docs.Span[start.._next]);
    }

    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        Seek(from);
        int start = _next;
        Seek(to);
        int end = _next;
        _next = Math.Min(end, start + Candidates.Capacity);
        list.Add(docs.Span[start.._next]);
        return _next < end ? docs.Span[_next] : to;
    }

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        Span<ulong> matches = window.Matches;
        for (int docId = Seek(from); docId < to; docId = Seek(docId + 1))
        {
            int slot = docId - window.Base;
            found[slot >> 6] |= matches[slot >> 6] & (1UL << slot);
        }
    }

    public override void Lookup(Candidates list, ScoreWindow window)
    {
        for (var i = 0; i < list.Count; i++)
            list.Found[i] |= Seek(list.Docs[i]) == list.Docs[i];
    }

    public override float MaxScore(int from, int upTo) => 0f;

    // Steps double from where the list stands, so near targets are found at once.
    private int FirstAtLeast(ReadOnlySpan<int> all, int target)
    {
        var step = 1;
        int low = _next;
        while (low + step < all.Length && all[low + step] < target)
        {
            low += step;
            step <<= 1;
        }
        int end = Math.Min(low + step + 1, all.Length);
        return low + BlockSearch.FirstAtLeastScalar(all[low..end], target);
    }
}
