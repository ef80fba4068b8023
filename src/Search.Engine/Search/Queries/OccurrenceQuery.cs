using Search.Engine.Search.Matching;
using Search.Engine.Search.Proximity;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents in which the places of some words fit a rule of the caller's.</summary>
/// <remarks>
/// <para>For what <see cref="IntervalQuery"/> cannot say: all places that fit instead of the shortest, conditions on the text or
/// on columns of the document. The engine finds the words, the <see cref="OccurrenceRule"/> judges their places, and what it names as
/// having taken part is what gets marked.</para>
/// <para>Requirements make it quick: only documents with a word of every group are looked at. A word may stand in one group only.</para>
/// </remarks>
public sealed class OccurrenceQuery : Query
{
    private readonly IntervalSource[] _words;
    private readonly int[][] _required;

    /// <summary>Documents whose places of <paramref name="words"/> fit <paramref name="rule"/>.</summary>
    /// <param name="field">Indexed with positions.</param>
    /// <param name="words">Words and patterns: what <see cref="Intervals"/>' <c>Term</c>, <c>Prefix</c>, <c>Wildcard</c>, <c>Regexp</c> and <c>Fuzzy</c> make.</param>
    /// <param name="required">Groups of indices into the words, at least one group: a document that matches has a word of each.</param>
    /// <param name="rule">Judges the places.</param>
    /// <param name="scores">What a document scores.</param>
    /// <exception cref="ArgumentException">A source that is no word or pattern, an empty group, or a word in two groups.</exception>
    public OccurrenceQuery(
        string field,
        IReadOnlyList<IntervalSource> words,
        IReadOnlyList<IReadOnlyList<int>> required,
        OccurrenceRule rule,
        OccurrenceScores scores = OccurrenceScores.Bm25)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(required);
        ArgumentNullException.ThrowIfNull(rule);
        Field = field;
        Rule = rule;
        Scores = scores;
        _words = [.. words];
        _required = [.. required.Select(group => group.ToArray())];
        if (!Array.TrueForAll(_words, word => word is TermSource or TermsSource))
            throw new ArgumentException("sources must be single words or patterns", nameof(words));
        if (_required.Length == 0 || Array.Exists(_required, group => group.Length == 0))
            throw new ArgumentException("there must be groups, and none may be empty", nameof(required));
        int[] all = [.. _required.SelectMany(group => group)];
        if (all.Distinct().Count() < all.Length || Array.Exists(all, word => (uint)word >= (uint)_words.Length))
            throw new ArgumentException("a group may only have words of the query, each word one group", nameof(required));
    }

    /// <summary>The field in which the words stand.</summary>
    public string Field { get; }

    /// <summary>The words whose places are judged.</summary>
    public IReadOnlyList<IntervalSource> Words => _words;

    /// <summary>Groups of words of each of which a document must have one.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Required => _required;

    /// <summary>Judges the places.</summary>
    public OccurrenceRule Rule { get; }

    /// <summary>What a document scores.</summary>
    public OccurrenceScores Scores { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"{QueryText.FieldPrefix(Field, defaultField)}{{{Rule}}}";

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new OccurrenceWeight(this, searcher, needsScores, boost);

    internal override void AddCost(QueryCost cost)
    {
        foreach (IntervalSource word in _words)
            word.AddCost(cost);
    }

    private protected override bool EqualsSameKind(Query other)
    {
        var that = (OccurrenceQuery)other;
        return Field == that.Field && Scores == that.Scores && Rule.Equals(that.Rule)
            && _words.AsSpan().SequenceEqual(that._words)
            && _required.Length == that._required.Length
            && _required.Zip(that._required).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
    }

    private protected override int HashOfContent() => HashCode.Combine(Field, Rule, Scores, _words.Length);
}
