using System.Collections.Frozen;

namespace Search.Engine.Analysis;

/// <summary>A fixed set of words that is asked with the text of a token, without a string being made.</summary>
/// <remarks>Immutable; shareable between threads.</remarks>
public sealed class WordSet
{
    private const int StackLimit = 256;
    private const int FirstUnits = 32;
    private const int LongestBit = 31;

    private readonly bool _ignoreCase;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    // By the low bits of the first code unit: a bit for each length of members, which rules most words out.
    private readonly uint[] _lengths = new uint[FirstUnits];
    private readonly bool _hasEmpty;

    /// <summary>A set of <paramref name="words"/>.</summary>
    /// <param name="words">The members.</param>
    /// <param name="ignoreCase">Whether words are members in any letter case (simple mappings, as <see cref="LowerCaseFilter"/>).</param>
    public WordSet(IEnumerable<string> words, bool ignoreCase = false)
    {
        ArgumentNullException.ThrowIfNull(words);
        _ignoreCase = ignoreCase;
        FrozenSet<string> members = (ignoreCase ? words.Select(LowerCase.Of) : words).ToFrozenSet(StringComparer.Ordinal);
        _lookup = members.GetAlternateLookup<ReadOnlySpan<char>>();
        Words = members;
        foreach (string member in members)
        {
            if (member.Length == 0)
                _hasEmpty = true;
            else
                _lengths[member[0] % FirstUnits] |= 1u << Math.Min(member.Length, LongestBit);
        }
    }

    /// <summary>The 33 words that Lucene's English analyzer drops.</summary>
    public static WordSet EnglishStopWords { get; } = new(
    [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of", "on",
        "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with",
    ]);

    /// <summary>The members; in lower case when case is ignored.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>Whether <paramref name="word"/> is a member.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        if (!_ignoreCase)
            return MayContain(word) && _lookup.Contains(word);
        Span<char> lower = word.Length <= StackLimit ? stackalloc char[StackLimit] : new char[word.Length];
        lower = lower[..word.Length];
        word.CopyTo(lower);
        LowerCase.Apply(lower);
        return _lookup.Contains(lower);
    }

    private bool MayContain(ReadOnlySpan<char> word) =>
        word.IsEmpty ? _hasEmpty : (_lengths[word[0] % FirstUnits] >> Math.Min(word.Length, LongestBit) & 1) != 0;
}
