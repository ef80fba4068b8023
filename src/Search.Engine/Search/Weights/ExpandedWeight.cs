using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>A query that stands for the clauses which it was rewritten to; its matches carry its own name.</summary>
internal sealed class ExpandedWeight(Query query, Weight clauses, bool needsScores) : Weight(query, needsScores)
{
    public override Scorer? Scorer(Leaf leaf) => clauses.Scorer(leaf);

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena) => clauses.WindowScorer(leaf, arena);

    public override int QuickCount(Leaf leaf) => clauses.QuickCount(leaf);

    public override Explanation Explain(Leaf leaf, int docId) => clauses.Explain(leaf, docId);

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        int mark = sink.Mark;
        if (!clauses.CollectMatches(leaf, docId, sink))
            return false;
        sink.Rename(mark, Query);
        return true;
    }
}
