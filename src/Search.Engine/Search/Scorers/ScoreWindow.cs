using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Engine.Search.Scorers;

/// <summary>A range of documents with a match bit and a score accumulator each.</summary>
/// <remarks>
/// Invariant: the score of a document whose bit is not set is 0, so an empty window needs no clearing. Scores are double
/// sums of float scores; the result of a sum is its cast to float. One thread.
/// </remarks>
internal sealed class ScoreWindow
{
    /// <summary>Documents of a window.</summary>
    public const int Size = 4096;

    /// <summary>Words of <see cref="Matches"/>.</summary>
    public const int WordCount = Size / 64;

    private readonly ulong[] _matches = new ulong[WordCount];
    private readonly double[] _scores = new double[Size];
    private ulong _touched;

    /// <summary>The first document; a multiple of 64.</summary>
    public int Base { get; private set; }

    /// <summary>One bit a document: whether it matches.</summary>
    public Span<ulong> Matches => _matches;

    /// <summary>The sums of the documents' scores.</summary>
    public Span<double> Scores => _scores;

    /// <summary>Moves the empty window so that it holds <paramref name="docId"/>.</summary>
    /// <returns>The end (exclusive) of the window.</returns>
    public int MoveTo(int docId)
    {
        Debug.Assert(IsEmpty, "only an empty window moves");
        Base = docId & ~63;
        return EndFor(docId);
    }

    /// <summary>The end (exclusive) of the window that <see cref="MoveTo"/> makes.</summary>
    public static int EndFor(int docId) => (int)Math.Min((long)(docId & ~63) + Size, int.MaxValue);

    /// <summary>Whether no document matches.</summary>
    public bool IsEmpty => !_matches.AsSpan().ContainsAnyExcept(0UL);

    /// <summary>Number of documents that match.</summary>
    public int Count()
    {
        var count = 0;
        foreach (ulong word in _matches)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The first document that matches; the window must not be empty.</summary>
    public int First()
    {
        int word = _matches.AsSpan().IndexOfAnyExcept(0UL);
        return Base + (word << 6) + BitOperations.TrailingZeroCount(_matches[word]);
    }

    /// <summary>The last document that matches; the window must not be empty.</summary>
    public int Last()
    {
        int word = _matches.AsSpan().LastIndexOfAnyExcept(0UL);
        return Base + (word << 6) + 63 - BitOperations.LeadingZeroCount(_matches[word]);
    }

    /// <summary>Marks a document as a match and adds to its score.</summary>
    public void Add(int docId, double score)
    {
        int slot = docId - Base;
        _matches[slot >> 6] |= 1UL << slot;
        _scores[slot] += score;
    }

    /// <summary>Marks documents of the window as matches.</summary>
    public void Mark(ReadOnlySpan<int> docs)
    {
        if (!BitConverter.IsLittleEndian)
        {
            MarkWords(docs);
            return;
        }
        // Neighbours share a byte less often than a word, and a byte that was just written has to be waited for.
        Span<byte> bytes = MemoryMarshal.AsBytes(_matches.AsSpan());
        int first = Base;
        foreach (int docId in docs)
        {
            int slot = docId - first;
            bytes[slot >> 3] |= (byte)(1 << (slot & 7));
        }
    }

    /// <summary>The definition of <see cref="Mark"/>.</summary>
    internal void MarkWords(ReadOnlySpan<int> docs)
    {
        foreach (int docId in docs)
            _matches[(docId - Base) >> 6] |= 1UL << (docId - Base);
    }

    /// <summary>Marks documents as matches and adds to their scores.</summary>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        Mark(docs);
        int first = Base;
        double[] sums = _scores;
        for (var i = 0; i < docs.Length; i++)
            sums[docs[i] - first] += scores[i];
    }

    /// <summary>Adds to the scores of documents that match, which stand at some places of a list.</summary>
    public void AddScores(ReadOnlySpan<int> docs, ReadOnlySpan<int> places, ReadOnlySpan<float> scores)
    {
        int first = Base;
        double[] sums = _scores;
        for (var i = 0; i < places.Length; i++)
            sums[docs[places[i]] - first] += scores[i];
    }

    /// <summary>Marks <c>[from, to)</c> and adds one score to all.</summary>
    public void AddRange(int from, int to, float score)
    {
        int first = from - Base;
        int last = to - Base - 1;
        if (last < first)
            return;
        for (int word = first >> 6; word <= last >> 6; word++)
        {
            ulong mask = word == first >> 6 ? ulong.MaxValue << first : ulong.MaxValue;
            if (word == last >> 6)
                mask &= ulong.MaxValue >> (63 - (last & 63));
            _matches[word] |= mask;
        }
        if (score == 0)
            return;
        for (int slot = first; slot <= last; slot++)
            _scores[slot] += score;
    }

    /// <summary>Adds scores to the sums of documents of the window without marking them: <see cref="DrainAtLeast"/> ends it.</summary>
    public void AddUnmarked(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        ulong touched = _touched;
        int first = Base;
        double[] sums = _scores;
        scores = scores[..docs.Length];
        for (var i = 0; i < docs.Length; i++)
        {
            int slot = docs[i] - first;
            sums[slot] += scores[i];
            touched |= 1UL << (slot >> 6);
        }
        _touched = touched;
    }

    /// <summary>Keeps the documents that are marked in <paramref name="found"/>.</summary>
    public void Keep(ReadOnlySpan<ulong> found)
    {
        for (var word = 0; word < WordCount; word++)
        {
            if (_matches[word] != 0)
                DropFromWord(word, ~found[word]);
        }
    }

    /// <summary>Makes every sum the float that it stands for, before it enters another sum.</summary>
    public void RoundScores()
    {
        for (var word = 0; word < WordCount; word++)
        {
            for (ulong bits = _matches[word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                _scores[slot] = (float)_scores[slot];
            }
        }
    }

    /// <summary>Takes a document out.</summary>
    public void Remove(int docId)
    {
        int slot = docId - Base;
        _matches[slot >> 6] &= ~(1UL << slot);
        _scores[slot] = 0;
    }

    /// <summary>Takes all documents out.</summary>
    public void Clear()
    {
        for (var word = 0; word < WordCount; word++)
        {
            if (_matches[word] != 0)
                _scores.AsSpan(word << 6, 64).Clear();
        }
        _matches.AsSpan().Clear();
        for (; _touched != 0; _touched &= _touched - 1)
            _scores.AsSpan(BitOperations.TrailingZeroCount(_touched) << 6, 64).Clear();
    }

    /// <summary>Becomes a copy of another window's matches, all with score 0.</summary>
    public void CopyMatches(ScoreWindow other)
    {
        Clear();
        Base = other.Base;
        other._matches.CopyTo(_matches, 0);
    }

    /// <summary>Adds another window of the same range, its sums rounded to float.</summary>
    public void AddAll(ScoreWindow other)
    {
        for (var word = 0; word < WordCount; word++)
        {
            ulong bits = other._matches[word];
            _matches[word] |= bits;
            for (; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                _scores[slot] += (float)other._scores[slot];
            }
        }
    }

    /// <summary>Adds the sums of another window of the same range, rounded to float, to documents that both have, and marks these.</summary>
    public void AddCommon(ScoreWindow other, Span<ulong> found)
    {
        for (var word = 0; word < WordCount; word++)
        {
            ulong bits = _matches[word] & other._matches[word];
            found[word] |= bits;
            for (; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                _scores[slot] += (float)other._scores[slot];
            }
        }
    }

    /// <summary>Keeps the documents that another window of the same range has too and adds its sums, rounded to float.</summary>
    public void Intersect(ScoreWindow other)
    {
        for (var word = 0; word < WordCount; word++)
        {
            DropFromWord(word, ~other._matches[word]);
            for (ulong bits = _matches[word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                _scores[slot] += (float)other._scores[slot];
            }
        }
    }

    /// <summary>Takes out the documents that another window of the same range has.</summary>
    public void Subtract(ScoreWindow other)
    {
        for (var word = 0; word < WordCount; word++)
            DropFromWord(word, other._matches[word]);
    }

    /// <summary>Keeps the documents that a set over the whole segment has too.</summary>
    public void Intersect(FixedBitSet set)
    {
        ReadOnlySpan<ulong> words = set.Words;
        int first = Base >> 6;
        for (var word = 0; word < WordCount; word++)
            DropFromWord(word, first + word < words.Length ? ~words[first + word] : ulong.MaxValue);
    }

    /// <summary>Empties the window: matches whose sum reaches a cut go behind what a list holds.</summary>
    public void DrainTo(Candidates list, double cut = double.NegativeInfinity)
    {
        Span<int> docs = list.FreeDocs;
        Span<double> sums = list.FreeSums;
        int matches = ListMatches(docs);
        _matches.AsSpan().Clear();
        var count = 0;
        foreach (int docId in docs[..matches])
        {
            ref double sum = ref _scores[docId - Base];
            docs[count] = docId;
            sums[count] = sum;
            count += sum >= cut ? 1 : 0;
            sum = 0;
        }
        list.Grow(count);
    }

    // Most words have few bits: four are written without asking how many there are.
    private int ListMatches(Span<int> docs)
    {
        var count = 0;
        for (var word = 0; word < WordCount; word++)
        {
            ulong bits = _matches[word];
            int first = Base + (word << 6);
            int end = count + BitOperations.PopCount(bits);
            Span<int> four = docs.Slice(count, 4);
            for (var i = 0; i < 4; i++)
            {
                four[i] = first + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }
            for (count += 4; count < end; count++)
            {
                docs[count] = first + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }
            count = end;
        }
        return count;
    }

    /// <summary>Ends <see cref="AddUnmarked"/> by emptying the window: documents whose sum reaches a cut above 0 go behind what a list holds.</summary>
    public void DrainAtLeast(double cut, Candidates list)
    {
        Debug.Assert(cut > 0, "documents without a score would match");
        Span<int> docs = list.FreeDocs;
        Span<double> sums = list.FreeSums;
        var count = 0;
        for (; _touched != 0; _touched &= _touched - 1)
        {
            int word = BitOperations.TrailingZeroCount(_touched);
            Span<double> lanes = _scores.AsSpan(word << 6, 64);
            for (ulong bits = SumLanes.AtLeast(lanes, cut); bits != 0; bits &= bits - 1)
            {
                int lane = BitOperations.TrailingZeroCount(bits);
                docs[count] = Base + (word << 6) + lane;
                sums[count++] = lanes[lane];
            }
            SumLanes.Clear(lanes);
        }
        list.Grow(count);
    }

    private void DropFromWord(int word, ulong mask)
    {
        ulong dropped = _matches[word] & mask;
        _matches[word] ^= dropped;
        for (; dropped != 0; dropped &= dropped - 1)
            _scores[(word << 6) + BitOperations.TrailingZeroCount(dropped)] = 0;
    }
}
