using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>The documents of a window, looked for in the blocks of a term.</summary>
internal readonly ref struct WindowCandidates
{
    // Testing a bit for each document of a block costs about a fifth of looking for one document in it.
    private const int SearchCost = 5;

    private readonly ReadOnlySpan<ulong> _matches;
    private readonly int _base;
    private readonly int _count;

    public WindowCandidates(ScoreWindow window)
    {
        _matches = window.Matches;
        _base = window.Base;
        _count = window.Count();
    }

    /// <summary>The first document of the window that is at least <paramref name="docId"/>; int max when there is none.</summary>
    public int Next(int docId)
    {
        int slot = Math.Max(docId - _base, 0);
        if (slot >= ScoreWindow.Size)
            return int.MaxValue;
        int word = slot >> 6;
        for (ulong bits = _matches[word] & (ulong.MaxValue << slot); ; bits = _matches[word])
        {
            if (bits != 0)
                return _base + (word << 6) + BitOperations.TrailingZeroCount(bits);
            if (++word == _matches.Length)
                return int.MaxValue;
        }
    }

    /// <summary>The places in a block of the candidates in <c>[from, to)</c>, ascending.</summary>
    /// <returns>How many there are.</returns>
    public int FindIn(ReadOnlySpan<int> docs, int from, int to, Span<int> places)
    {
        int start = docs[0] >= from ? 0 : BlockSearch.FirstAtLeast(docs, from);
        int end = docs[^1] < to ? docs.Length : start + BlockSearch.FirstAtLeast(docs[start..], to);
        if (start == end)
            return 0;
        long expected = (long)_count * (docs[end - 1] - docs[start] + 1) / ScoreWindow.Size;
        return expected * SearchCost > end - start
            ? TestEach(docs, start, end, places)
            : SearchEach(docs, start, end, from, places);
    }

    // From the block's side: is the document a candidate?
    private int TestEach(ReadOnlySpan<int> docs, int start, int end, Span<int> places)
    {
        var count = 0;
        for (int i = start; i < end; i++)
        {
            int slot = docs[i] - _base;
            places[count] = i;
            count += (int)(_matches[slot >> 6] >> slot) & 1;
        }
        return count;
    }

    // From the candidates' side: does the block have it?
    private int SearchEach(ReadOnlySpan<int> docs, int start, int end, int from, Span<int> places)
    {
        var count = 0;
        int place = start;
        for (int candidate = from; place < end; candidate = Next(candidate + 1))
        {
            place += BlockSearch.FirstAtLeast(docs[place..end], candidate);
            if (place < end && docs[place] == candidate)
                places[count++] = place++;
        }
        return count;
    }
}
