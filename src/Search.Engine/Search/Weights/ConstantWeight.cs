using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Documents of another weight, all with the boost as their score.</summary>
internal sealed class ConstantWeight(Query query, Weight inner, bool needsScores, float boost) : Weight(query, needsScores)
{
    public override Scorer? Scorer(Leaf leaf) => inner.Scorer(leaf) is { } scorer ? new ConstantScorer(scorer, boost) : null;

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena)
    {
        WindowScorer? scorer = inner.WindowScorer(leaf, arena);
        return scorer is null || !NeedsScores ? scorer : new ConstantWindowScorer(scorer, boost, arena);
    }

    public override int QuickCount(Leaf leaf) => inner.QuickCount(leaf);

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink) => inner.CollectMatches(leaf, docId, sink);
}
