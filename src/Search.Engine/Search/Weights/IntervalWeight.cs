using System.Globalization;
using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Proximity;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Intervals of a source; no statistics of the index take part.</summary>
internal sealed class IntervalWeight(IntervalQuery query, IntervalScoring scoring, bool needsScores, float boost) : Weight(query, needsScores)
{
    public override Scorer? Scorer(Leaf leaf) => Scorer(leaf, budget: null);

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena) =>
        Scorer(leaf, arena.Budget) is { } scorer ? new CursorWindowScorer(scorer, NeedsScores, arena.Budget) : null;

    public override Explanation Explain(Leaf leaf, int docId)
    {
        if (MatcherAt(leaf, docId, PostingsDetail.Positions) is not { } matcher)
            return Explanation.NoMatch($"{Query}: no interval in doc {docId} of its segment");
        if (!NeedsScores)
            return Explanation.Match(0f, Describe(docId));
        float frequency = IntervalScoring.Frequency(matcher.Intervals, query.Source.MinExtent);
        string shape = scoring.Exponent is { } exponent ? string.Create(CultureInfo.InvariantCulture, $"sigmoid, exponent {exponent}") : "saturation";
        return Explanation.Match(
            scoring.Score(boost, frequency),
            Describe(docId),
            [
                Explanation.Match(boost, "boost"),
                Explanation.Match(scoring.Pivot, $"frequency at which the score is half the boost ({shape})"),
                Explanation.Match(frequency, "frequency of intervals, the sum of", Shares(matcher)),
            ]);
    }

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        if (!sink.TryReuse(this, leaf, out IntervalMatcher? matcher))
            sink.Keep(this, matcher = Open(leaf, PostingsDetail.Everything, budget: null));
        if (matcher is null || !matcher.MatchAt(docId))
            return false;
        var parts = new IntervalParts(query.Field);
        for (var i = 0; i < matcher.Intervals.Length; i++)
            matcher.CollectParts(i, parts);
        foreach ((string field, PhraseMatch place) in parts.All)
        {
            if (sink.Wants(field))
                sink.Add(new MatchInterval(field, place.StartPosition, place.EndPosition, place.StartOffset, place.EndOffset, Query));
        }
        return true;
    }

    /// <summary>The intervals of one document; empty when it does not match.</summary>
    internal Interval[] IntervalsAt(Leaf leaf, int docId) =>
        MatcherAt(leaf, docId, PostingsDetail.Positions) is { } matcher ? matcher.Intervals.ToArray() : [];

    private Explanation[] Shares(IntervalMatcher matcher)
    {
        var shares = new Explanation[matcher.Intervals.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            Interval interval = matcher.Intervals[i];
            shares[i] = Explanation.Match(
                (float)IntervalScoring.Share(interval, query.Source.MinExtent),
                string.Create(CultureInfo.InvariantCulture, $"interval from position {interval.Start} to {interval.End}"));
        }
        return shares;
    }

    // Null when the document does not match; else the matcher has its intervals.
    private IntervalMatcher? MatcherAt(Leaf leaf, int docId, PostingsDetail detail) =>
        Open(leaf, detail, budget: null) is { } matcher && matcher.MatchAt(docId) ? matcher : null;

    private IntervalScorer? Scorer(Leaf leaf, SearchBudget? budget) => Open(leaf, PostingsDetail.Positions, budget) is { } matcher
        ? new IntervalScorer(matcher, query.Source.MinExtent, NeedsScores ? scoring : null, boost)
        : null;

    private IntervalMatcher? Open(Leaf leaf, PostingsDetail detail, SearchBudget? budget) =>
        query.Source.Open(new IntervalContext(leaf, query.Field, detail, budget));
}
