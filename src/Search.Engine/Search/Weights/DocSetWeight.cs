using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Documents that are gathered before the first is handed out, all with the boost as their score.</summary>
internal abstract class DocSetWeight(Query query, bool needsScores, float boost) : Weight(query, needsScores)
{
    public sealed override Scorer? Scorer(Leaf leaf) => Documents(leaf, arena: null) is { } documents ? new ConstantScorer(documents.Cursor(), boost) : null;

    public sealed override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena)
    {
        if (Documents(leaf, arena) is not { } documents)
            return null;
        WindowScorer scorer = documents.ToWindows();
        return NeedsScores ? new ConstantWindowScorer(scorer, boost, arena) : scorer;
    }

    /// <summary>The documents of a segment; null when there are none.</summary>
    /// <param name="arena">What the set may borrow from, if anything.</param>
    protected abstract DocSet? Documents(Leaf leaf, WindowArena? arena);
}
