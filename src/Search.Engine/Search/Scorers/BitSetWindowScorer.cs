using System.Numerics;
using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>The documents of a bit set, without scores.</summary>
internal sealed class BitSetWindowScorer(FixedBitSet bits, long cost) : WindowScorer
{
    // Of what is listed in one step a search for constant scores needs the first thousand.
    private const int MostListed = 1024;

    /// <summary>The set.</summary>
    public FixedBitSet Bits => bits;

    public override long Cost => cost;

    /// <summary>An end behind the last document in <c>[from, to)</c>; <paramref name="from"/> when there is none.</summary>
    public int EndOf(int from, int to)
    {
        to = Math.Min(to, bits.Length);
        int first = from >> 6;
        int last = from < to ? first + bits.Words[first..FixedBitSet.WordCount(to)].LastIndexOfAnyExcept(0UL) : -1;
        return Math.Clamp((last + 1) << 6, from, Math.Max(from, to));
    }

    public override bool Accumulates => true;

    public override bool NarrowsLists => true;

    public override int Seek(int target)
    {
        int next = bits.NextSetBit(target);
        return next < 0 ? DocIdCursor.NoMoreDocs : next;
    }

    public override void Score(int from, int to, ScoreWindow window)
    {
        to = Math.Min(to, bits.Length);
        if (from >= to)
            return;
        int first = from >> 6;
        int last = (to - 1) >> 6;
        Span<ulong> matches = window.Matches;
        for (int word = first; word <= last; word++)
        {
            ulong mask = word == first ? ulong.MaxValue << from : ulong.MaxValue;
            if (word == last)
                mask &= ulong.MaxValue >> (63 - ((to - 1) & 63));
            matches[word - (window.Base >> 6)] |= bits.Words[word] & mask;
        }
    }

    public override void Flag(int from, int to, FlagWindow flags, ListScratch scratch) => flags.Add(bits, from, to);

    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        ReadOnlySpan<ulong> words = bits.Words;
        Span<int> docs = list.FreeDocs;
        var count = 0;
        int next = Seek(from);
        while (next < to && count < MostListed)
        {
            int word = next >> 6;
            ulong left = words[word] & (ulong.MaxValue << next);
            next = (word + 1) << 6;
            if (next > to)
                left &= ulong.MaxValue >> (next - to);
            for (; left != 0; left &= left - 1)
                docs[count++] = (word << 6) + BitOperations.TrailingZeroCount(left);
            next = Seek(next);
        }
        list.FreeSums[..count].Clear();
        list.Grow(count);
        return Math.Min(next, to);
    }

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        int first = window.Base >> 6;
        int count = Math.Min(found.Length, bits.Words.Length - first);
        ReadOnlySpan<ulong> words = count > 0 ? bits.Words.Slice(first, count) : [];
        for (var word = 0; word < words.Length; word++)
            found[word] |= window.Matches[word] & words[word];
    }

    public override void Retain(Candidates list, ScoreWindow window) => list.Intersect(bits);

    public override void Lookup(Candidates list, ScoreWindow window)
    {
        for (var i = 0; i < list.Count; i++)
            list.Found[i] |= bits.Get(list.Docs[i]);
    }

    public override float MaxScore(int from, int upTo) => 0f;
}
