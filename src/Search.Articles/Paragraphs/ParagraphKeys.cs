using System.Numerics;

namespace Search.Articles.Paragraphs;

/// <summary>Permalink keys: a 64-bit similarity hash of a paragraph's words in base 32, and a counter for repeats.</summary>
/// <remarks>
/// Similar texts have hashes that differ in few bits (Charikar 2002, over words and pairs of words), so a key survives re-indexing and
/// edits elsewhere, and the closest paragraph can be found when its own text has changed. Thread safe.
/// </remarks>
public static class ParagraphKeys
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int DigitCount = 13;
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The greatest distance between two hashes; also the distance to a text that is not a key.</summary>
    public const int MaxDistance = 64;

    /// <summary>The key of a text that is the <paramref name="repeat"/>-th of its hash in the article, from 1.</summary>
    public static string Create(string text, int repeat = 1) => Format(Hash(text), repeat);

    /// <summary>Writes a hash and a counter; the counter shows only from 2 on.</summary>
    public static string Format(ulong hash, int repeat)
    {
        Span<char> key = stackalloc char[DigitCount];
        for (int i = DigitCount - 1; i >= 0; i--)
        {
            key[i] = Digits[(int)(hash & 31)];
            hash >>= 5;
        }

        return repeat > 1 ? $"{key}-{repeat}" : new string(key);
    }

    /// <summary>Reads a key; false when it is none.</summary>
    public static bool TryParse(string? key, out ulong hash, out int repeat)
    {
        hash = 0;
        repeat = 1;
        if (key is null || key.Length < DigitCount) return false;
        foreach (char c in key.AsSpan(0, DigitCount))
        {
            int digit = Digits.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            if (digit < 0) return false;
            hash = (hash << 5) | (uint)digit;
        }

        if (key.Length == DigitCount) return true;
        return key[DigitCount] == '-' && int.TryParse(key.AsSpan(DigitCount + 1), out repeat) && repeat > 1;
    }

    /// <summary>Number of bits in which two keys' hashes differ: 0 same, about 32 unrelated, <see cref="MaxDistance"/> for what is no key.</summary>
    public static int Distance(string? left, string? right) =>
        TryParse(left, out ulong a, out _) && TryParse(right, out ulong b, out _) ? BitOperations.PopCount(a ^ b) : MaxDistance;

    /// <summary>Index of the key closest to <paramref name="wanted"/>, the earliest of equals; -1 when there are none.</summary>
    public static int Closest(string wanted, IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        int best = -1, bestDistance = int.MaxValue;
        for (var i = 0; i < keys.Count; i++)
        {
            if (string.Equals(keys[i], wanted, StringComparison.Ordinal)) return i;
            int distance = Distance(wanted, keys[i]);
            if (distance >= bestDistance) continue;
            best = i;
            bestDistance = distance;
        }

        return best;
    }

    /// <summary>The similarity hash: words are runs of letters and digits, letter case does not count.</summary>
    public static ulong Hash(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<int> balance = stackalloc int[64];
        ulong previous = 0;
        foreach (ReadOnlySpan<char> word in new WordSplitter(text))
        {
            ulong hash = HashOf(word);
            Vote(balance, hash);
            if (previous != 0) Vote(balance, Mix(previous * FnvPrime ^ hash));
            previous = hash;
        }

        ulong result = 0;
        for (var bit = 0; bit < 64; bit++)
        {
            if (balance[bit] > 0) result |= 1UL << bit;
        }

        return result;
    }

    private static void Vote(Span<int> balance, ulong hash)
    {
        for (var bit = 0; bit < 64; bit++) balance[bit] += (hash >> bit & 1) == 1 ? 1 : -1;
    }

    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        ulong hash = FnvOffset;
        foreach (char c in word) hash = (hash ^ char.ToLowerInvariant(c)) * FnvPrime;
        return Mix(hash);
    }

    // The finalizer of SplitMix64: spreads every input bit over all output bits.
    private static ulong Mix(ulong value)
    {
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
        value = (value ^ value >> 27) * 0x94D049BB133111EB;
        return value ^ value >> 31;
    }
}
