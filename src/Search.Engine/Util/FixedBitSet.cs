using System.Numerics;

namespace Search.Engine.Util;

/// <summary>A set of document ids in <c>[0, Length)</c>, one bit each.</summary>
/// <remarks>Not synchronised: shareable once nobody changes it any more.</remarks>
public sealed class FixedBitSet
{
    private readonly ulong[] _words;

    /// <summary>An empty set.</summary>
    public FixedBitSet(int length)
        : this(new ulong[WordCount(length)], length)
    {
    }

    /// <summary>Takes over <paramref name="words"/>: bit i is bit <c>i &amp; 63</c> of word <c>i &gt;&gt; 6</c>; bits from length on are 0.</summary>
    public FixedBitSet(ulong[] words, int length)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfLessThan(words.Length, WordCount(length), nameof(words));
        _words = words;
        Length = length;
    }

    /// <summary>Exclusive upper bound of the members.</summary>
    public int Length { get; }

    /// <summary>The bits themselves, 64 a word, lowest bit first.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>The bits themselves, for bulk operations; bits from <see cref="Length"/> on stay 0.</summary>
    internal Span<ulong> MutableWords => _words;

    /// <summary>Number of 64-bit words that hold <paramref name="length"/> bits.</summary>
    public static int WordCount(int length) => (int)(((uint)length + 63) >> 6);

    /// <summary>Whether <paramref name="index"/> is a member.</summary>
    public bool Get(int index) => (_words[index >> 6] & (1UL << index)) != 0;

    /// <summary>The places of the members in a list, ascending.</summary>
    /// <param name="indexes">All in <c>[0, Length)</c>.</param>
    /// <param name="places">Room for as many as there are indexes; behind the places undefined.</param>
    /// <returns>How many there are.</returns>
    internal int PlacesOfMembers(ReadOnlySpan<int> indexes, Span<int> places)
    {
        ReadOnlySpan<ulong> words = _words;
        var count = 0;
        for (var i = 0; i < indexes.Length; i++)
        {
            places[count] = i;
            count += (int)(words[indexes[i] >> 6] >> indexes[i]) & 1;
        }
        return count;
    }

    /// <summary>Adds a member.</summary>
    public void Set(int index) => _words[index >> 6] |= 1UL << index;

    /// <summary>Removes a member.</summary>
    public void Clear(int index) => _words[index >> 6] &= ~(1UL << index);

    /// <summary>Adds all of <c>[from, to)</c>.</summary>
    public void SetRange(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, Length);
        if (from >= to)
            return;
        int first = from >> 6;
        int last = (to - 1) >> 6;
        ulong firstMask = ulong.MaxValue << from;
        ulong lastMask = ulong.MaxValue >> (63 - ((to - 1) & 63));
        if (first == last)
        {
            _words[first] |= firstMask & lastMask;
            return;
        }
        _words[first] |= firstMask;
        _words.AsSpan(first + 1, last - first - 1).Fill(ulong.MaxValue);
        _words[last] |= lastMask;
    }

    /// <summary>Removes all members.</summary>
    public void ClearAll() => Array.Clear(_words);

    /// <summary>The smallest member that is at least <paramref name="index"/>; -1 when there is none.</summary>
    public int NextSetBit(int index)
    {
        if (index >= Length)
            return -1;
        int word = index >> 6;
        ulong bits = _words[word] & (ulong.MaxValue << index);
        if (bits == 0)
        {
            int skipped = _words.AsSpan(word + 1).IndexOfAnyExcept(0UL);
            if (skipped < 0)
                return -1;
            word += 1 + skipped;
            bits = _words[word];
        }
        return (word << 6) + BitOperations.TrailingZeroCount(bits);
    }

    /// <summary>The largest member that is at most <paramref name="index"/>; -1 when there is none.</summary>
    public int PreviousSetBit(int index)
    {
        if (index < 0)
            return -1;
        int word = index >> 6;
        ulong bits = _words[word] & (ulong.MaxValue >> (63 - (index & 63)));
        while (bits == 0)
        {
            if (--word < 0)
                return -1;
            bits = _words[word];
        }
        return (word << 6) + 63 - BitOperations.LeadingZeroCount(bits);
    }

    /// <summary>Number of members.</summary>
    public int Cardinality()
    {
        var count = 0;
        foreach (ulong word in _words)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>A copy that changes on its own.</summary>
    public FixedBitSet Clone() => new((ulong[])_words.Clone(), Length);
}
