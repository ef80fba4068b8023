using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>No document.</summary>
internal sealed class MatchNoneWeight(Query query) : Weight(query, needsScores: false)
{
    public override Scorer? Scorer(Leaf leaf) => null;

    public override int QuickCount(Leaf leaf) => 0;
}
