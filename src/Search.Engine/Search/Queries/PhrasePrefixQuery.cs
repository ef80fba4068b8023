using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>A phrase whose last word is only begun: what stands in a search box while somebody types.</summary>
/// <remarks>
/// Runs and scores as the <see cref="MultiPhraseQuery"/> whose last place has the terms of the index, in order and over all
/// segments, that start with the last word; the first <see cref="MaxExpansions"/> of them. Without such a term nothing matches.
/// </remarks>
public sealed class PhrasePrefixQuery : Query
{
    /// <summary>Most terms that the last word stands for unless said otherwise.</summary>
    public const int DefaultMaxExpansions = 50;

    private readonly string[] _words;

    /// <summary>Words at consecutive positions.</summary>
    /// <param name="words">Terms as they stand in the index, at least one; the last is a prefix.</param>
    /// <param name="slop">How far the terms may be moved.</param>
    /// <param name="maxExpansions">Most terms that the last word stands for.</param>
    public PhrasePrefixQuery(string field, IReadOnlyList<string> words, int slop = 0, int maxExpansions = DefaultMaxExpansions)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfZero(words.Count, nameof(words));
        ArgumentOutOfRangeException.ThrowIfNegative(slop);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxExpansions);
        _words = [.. words];
        foreach (string word in _words)
            ArgumentNullException.ThrowIfNull(word, nameof(words));
        Field = field;
        Slop = slop;
        MaxExpansions = maxExpansions;
    }

    /// <summary>The field of all words.</summary>
    public string Field { get; }

    /// <summary>The words; the last is a prefix.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>How far the terms may be moved.</summary>
    public int Slop { get; }

    /// <summary>Most terms that the last word stands for.</summary>
    public int MaxExpansions { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        PhraseText.Close(new System.Text.StringBuilder($"{QueryText.FieldPrefix(Field, defaultField)}\"{string.Join(' ', _words)}*"), Slop);

    internal override Query Rewrite(IndexReader reader) => Places(reader) is { } places
        ? new MultiPhraseQuery(Field, places, Slop)
        : new MatchNoneQuery($"no term starts with {_words[^1]}");

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) => Places(searcher.Reader) is { } places
        ? new PhraseWeight(this, Field, places, Slop, searcher, needsScores, boost)
        : new MatchNoneWeight(this);

    // Null when no term starts with the last word.
    private (IReadOnlyList<Term> Terms, int Position)[]? Places(IndexReader reader)
    {
        IReadOnlyList<Term> last = FirstTerms.WithPrefix(reader, new Term(Field, _words[^1]), MaxExpansions);
        if (last.Count == 0)
            return null;
        var places = new (IReadOnlyList<Term> Terms, int Position)[_words.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = (i < places.Length - 1 ? [new Term(Field, _words[i])] : last, i);
        return places;
    }

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (PhrasePrefixQuery)other;
        return Field == that.Field && Slop == that.Slop && MaxExpansions == that.MaxExpansions && _words.AsSpan().SequenceEqual(that._words);
    }

    private protected override int HashOfContent()
    {
        HashCode hash = default;
        hash.Add(Field, StringComparer.Ordinal);
        hash.Add(Slop);
        hash.Add(MaxExpansions);
        foreach (string word in _words)
            hash.Add(word, StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}
