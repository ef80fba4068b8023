using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Matches of another weight that score enough.</summary>
/// <param name="inner">Scores without the boosts around the query.</param>
internal sealed class MinimumScoreWeight(MinimumScoreQuery query, Weight inner, bool needsScores, float boost) : Weight(query, needsScores)
{
    public override Scorer? Scorer(Leaf leaf) =>
        inner.Scorer(leaf) is { } scorer ? new MinimumScoreScorer(scorer, query.Minimum, boost) : null;

    public override Explanation Explain(Leaf leaf, int docId) => ScoreOf(leaf, docId) is { } score
        ? Explanation.Match(NeedsScores ? score : 0f, $"{Describe(docId)}: the boost {boost} times", [inner.Explain(leaf, docId)])
        : Explanation.NoMatch(Describe(docId));

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink) =>
        ScoreOf(leaf, docId) is not null && inner.CollectMatches(leaf, docId, sink);
}
