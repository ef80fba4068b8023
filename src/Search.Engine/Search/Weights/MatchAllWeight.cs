using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Every document, all with the boost as their score.</summary>
internal sealed class MatchAllWeight(MatchAllQuery query, bool needsScores, float boost) : Weight(query, needsScores)
{
    public override Scorer? Scorer(Leaf leaf) => new ConstantScorer(new AllDocsCursor(leaf.Reader.MaxDoc), boost);

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena) =>
        new MatchAllWindowScorer(leaf.Reader.MaxDoc, NeedsScores ? boost : 0f);

    public override int QuickCount(Leaf leaf) => leaf.Reader.MaxDoc;
}
