using Search.Engine.Automata;
using Search.Engine.Index;
using Search.Engine.Search.Proximity;

namespace Search.Engine.Search.Queries;

/// <summary>Makes interval sources: what an <see cref="IntervalQuery"/> looks for.</summary>
/// <remarks>
/// <para>A source has intervals of positions in each document, and most sources have minimal ones only: no interval that holds
/// another one. What each source has, with examples, and where Lucene 8 surprises: docs/interval-semantics.md.</para>
/// <para>Sources are values without a field; words are terms as they stand in the index, not analysed.</para>
/// </remarks>
public static class Intervals
{
    /// <summary>Most terms of a segment that a pattern stands for unless said otherwise.</summary>
    public const int DefaultMaxExpansions = 128;

    /// <summary>One word: an interval at each of its positions.</summary>
    public static IntervalSource Term(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new TermSource(text);
    }

    /// <summary>Any word that starts with <paramref name="prefix"/>.</summary>
    /// <param name="maxExpansions">
    /// Most terms of a segment that are looked for, in their order; when there are more the result says that it is a part.
    /// </param>
    public static IntervalSource Prefix(string prefix, int maxExpansions = DefaultMaxExpansions) =>
        Terms(new PrefixQuery(Word(prefix)), maxExpansions);

    /// <summary>Any word that fits a pattern as <see cref="WildcardQuery"/> takes it.</summary>
    /// <param name="maxExpansions"><inheritdoc cref="Prefix" path="/param[@name='maxExpansions']"/></param>
    /// <exception cref="TooComplexQueryException">The pattern's automaton gets too large.</exception>
    public static IntervalSource Wildcard(string pattern, int maxExpansions = DefaultMaxExpansions) =>
        Terms(new WildcardQuery(Word(pattern)), maxExpansions);

    /// <summary>Any word that fits a regular expression as <see cref="RegexpQuery"/> takes it.</summary>
    /// <param name="maxExpansions"><inheritdoc cref="Prefix" path="/param[@name='maxExpansions']"/></param>
    /// <exception cref="RegularExpressionException">The text is no regular expression.</exception>
    /// <exception cref="TooComplexQueryException">The expression's automaton gets too large.</exception>
    public static IntervalSource Regexp(string expression, int maxExpansions = DefaultMaxExpansions) =>
        Terms(new RegexpQuery(Word(expression)), maxExpansions);

    /// <summary>Any word within some edits of <paramref name="word"/>, all alike, as <see cref="FuzzyQuery"/> finds them.</summary>
    /// <param name="maxExpansions"><inheritdoc cref="Prefix" path="/param[@name='maxExpansions']"/></param>
    /// <exception cref="TooComplexQueryException">A very long word.</exception>
    public static IntervalSource Fuzzy(
        string word, int maxEdits = FuzzyQuery.MaxSupportedEdits, int prefixLength = 0, bool transpositions = true, int maxExpansions = DefaultMaxExpansions) =>
        Terms(new FuzzyQuery(Word(word), maxEdits, prefixLength, transpositions: transpositions), maxExpansions);

    /// <summary>Words that follow one another.</summary>
    public static IntervalSource Phrase(params IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Phrase([.. words.Select(Term)]);
    }

    /// <summary>Sources that follow one another without a position between them.</summary>
    /// <param name="sources">At least one.</param>
    /// <exception cref="TooManyClausesException">Their alternatives have too many combinations.</exception>
    public static IntervalSource Phrase(params IReadOnlyList<IntervalSource> sources) => BlockSource.Of(Checked(sources));

    /// <summary>Any of several sources.</summary>
    /// <param name="sources">None: nothing matches.</param>
    public static IntervalSource Or(params IReadOnlyList<IntervalSource> sources) => OrSource.Of(Checked(sources, fewest: 0));

    /// <summary>
    /// Any of several sources, left together where they stand in others: that is quicker, and loses matches where an alternative
    /// is the beginning of a longer one.
    /// </summary>
    /// <param name="sources">None: nothing matches.</param>
    public static IntervalSource OrTogether(params IReadOnlyList<IntervalSource> sources) => OrSource.Of(Checked(sources, fewest: 0), mayBeSplit: false);

    /// <summary>Sources one behind the other, without overlaps, with anything between them.</summary>
    /// <param name="sources">At least one. Neighbours that are equal must occur so many times.</param>
    public static IntervalSource Ordered(params IReadOnlyList<IntervalSource> sources) => OrderedSource.Of(Checked(sources));

    /// <summary>Sources in any order, overlapping or not, with anything between them.</summary>
    /// <param name="sources">At least one. Equal ones must occur so many times.</param>
    public static IntervalSource Unordered(params IReadOnlyList<IntervalSource> sources) => UnorderedSource.Of(Checked(sources));

    /// <summary>Two sources in any order without overlaps.</summary>
    public static IntervalSource UnorderedNoOverlaps(IntervalSource first, IntervalSource second) => Or(Ordered(first, second), Ordered(second, first));

    /// <summary>At least <paramref name="minimum"/> of several sources in any order.</summary>
    /// <param name="minimum">At least 1 and at most the number of sources.</param>
    public static IntervalSource AtLeast(int minimum, params IReadOnlyList<IntervalSource> sources)
    {
        IReadOnlyList<IntervalSource> parts = Checked(sources);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minimum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimum, parts.Count);
        return new AtLeastSource(minimum, parts);
    }

    /// <summary>Intervals of at most <paramref name="width"/> positions, both ends counted.</summary>
    public static IntervalSource MaxWidth(int width, IntervalSource source) => new LimitSource(Checked(source), IntervalLimit.Length, width);

    /// <summary>Intervals in which at most <paramref name="gaps"/> positions are between the parts.</summary>
    public static IntervalSource MaxGaps(int gaps, IntervalSource source) =>
        OrSource.Of(Disjunctions.Each(Checked(source), alternative => new LimitSource(alternative, IntervalLimit.Gaps, gaps)));

    /// <summary>Intervals made longer by so many positions, as far as there are positions.</summary>
    /// <param name="before">At least 0.</param>
    /// <param name="after">At least 0.</param>
    public static IntervalSource Extend(IntervalSource source, int before, int after)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return new ExtendSource(Checked(source), before, after);
    }

    /// <summary>Intervals of <paramref name="source"/> that stand within so many positions of one of <paramref name="reference"/>.</summary>
    public static IntervalSource Within(IntervalSource source, int positions, IntervalSource reference) =>
        ContainedBy(source, Extend(reference, positions, positions));

    /// <summary>Intervals of <paramref name="source"/> that reach nowhere so near to one of <paramref name="reference"/>.</summary>
    public static IntervalSource NotWithin(IntervalSource source, int positions, IntervalSource reference) =>
        NonOverlapping(source, Extend(reference, positions, positions));

    /// <summary>Intervals that hold one of <paramref name="inner"/>.</summary>
    public static IntervalSource Containing(IntervalSource source, IntervalSource inner) => Related(source, inner, IntervalRelation.Containing);

    /// <summary>Intervals that hold none of <paramref name="inner"/>.</summary>
    public static IntervalSource NotContaining(IntervalSource source, IntervalSource inner) =>
        Related(source, inner, IntervalRelation.Containing, isNegative: true);

    /// <summary>Intervals that stand inside one of <paramref name="outer"/>.</summary>
    public static IntervalSource ContainedBy(IntervalSource source, IntervalSource outer) => Related(source, outer, IntervalRelation.ContainedBy);

    /// <summary>Intervals that stand inside none of <paramref name="outer"/>.</summary>
    public static IntervalSource NotContainedBy(IntervalSource source, IntervalSource outer) =>
        Related(source, outer, IntervalRelation.ContainedBy, isNegative: true);

    /// <summary>Intervals that share a position with one of <paramref name="reference"/>.</summary>
    public static IntervalSource Overlapping(IntervalSource source, IntervalSource reference) => Related(source, reference, IntervalRelation.Overlapping);

    /// <summary>Intervals that share a position with none of <paramref name="reference"/>.</summary>
    public static IntervalSource NonOverlapping(IntervalSource source, IntervalSource reference) =>
        Related(source, reference, IntervalRelation.Overlapping, isNegative: true);

    /// <summary>Intervals that stand before one of <paramref name="reference"/>.</summary>
    public static IntervalSource Before(IntervalSource source, IntervalSource reference) =>
        ContainedBy(source, new ExtendSource(new NeighbourSource(Checked(reference), isBehind: false), int.MaxValue, 0));

    /// <summary>Intervals that stand behind one of <paramref name="reference"/>.</summary>
    public static IntervalSource After(IntervalSource source, IntervalSource reference) =>
        ContainedBy(source, new ExtendSource(new NeighbourSource(Checked(reference), isBehind: true), 0, int.MaxValue));

    /// <summary>A source whose words are looked for in a field of its own; its positions count as if they were the query's field's.</summary>
    public static IntervalSource FixField(string field, IntervalSource source)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new FieldSource(field, Checked(source));
    }

    /// <summary>
    /// Two sources in either order, <c>a near/5 b</c>: the second starts at most <paramref name="distance"/> positions behind
    /// the end of the first, or the first behind the second. They do not overlap.
    /// </summary>
    /// <param name="distance">At least 1: side by side.</param>
    public static IntervalSource Near(IntervalSource first, int distance, IntervalSource second) =>
        Or(Pre(first, distance, second), Pre(second, distance, first));

    /// <summary>
    /// Two sources in this order, <c>a pre/3 b</c>: the second starts at most <paramref name="distance"/> positions behind the
    /// end of the first.
    /// </summary>
    /// <param name="distance">At least 1: side by side.</param>
    public static IntervalSource Pre(IntervalSource first, int distance, IntervalSource second)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distance);
        return MaxGaps(distance - 1, Ordered(AsOne(first), AsOne(second)));
    }

    // Patterns are without a field, as all sources are.
    private static Term Word(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Term("", text);
    }

    private static TermsSource Terms(MultiTermQuery pattern, int maxExpansions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxExpansions);
        return new TermsSource(pattern, maxExpansions);
    }

    // Gaps are to be told between the two, not inside them: what would be taken apart there is made one.
    private static IntervalSource AsOne(IntervalSource source) =>
        Checked(source) is OrderedSource or UnorderedSource or RepeatSource ? new ExtendSource(source, 0, 0) : source;

    private static IntervalSource Related(IntervalSource subject, IntervalSource reference, IntervalRelation relation, bool isNegative = false) =>
        RelationSource.Of(Checked(subject), Checked(reference), relation, isNegative);

    private static IntervalSource Checked(IntervalSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source;
    }

    private static IReadOnlyList<IntervalSource> Checked(IReadOnlyList<IntervalSource> sources, int fewest = 1)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfLessThan(sources.Count, fewest, nameof(sources));
        foreach (IntervalSource source in sources)
            ArgumentNullException.ThrowIfNull(source, nameof(sources));
        return sources;
    }
}
