using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Children of the parents that another weight matches.</summary>
internal sealed class ToChildWeight : Weight
{
    private readonly Weight _parentQuery;
    private readonly SegmentParents _parents;

    public ToChildWeight(ToChildBlockJoinQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _parentQuery = query.ParentQuery.CreateWeight(searcher, needsScores, boost);
        _parents = new SegmentParents(query.Parents, searcher);
    }

    public override Scorer? Scorer(Leaf leaf) =>
        _parentQuery.Scorer(leaf) is { } parents ? new ToChildScorer(parents, _parents.Of(leaf), NeedsScores, Query) : null;

    public override Explanation Explain(Leaf leaf, int docId)
    {
        int parent = _parents.Of(leaf).NextSetBit(docId);
        return ScoreOf(leaf, docId) is { } score
            ? Explanation.Match(score, $"{Describe(docId)}: the score of its parent", [_parentQuery.Explain(leaf, parent)])
            : Explanation.NoMatch(Describe(docId));
    }
}
