using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Parents whose children another weight matches.</summary>
internal sealed class ToParentWeight : Weight
{
    private readonly Weight _children;
    private readonly SegmentParents _parents;
    private readonly ChildScores _scores;

    public ToParentWeight(ToParentBlockJoinQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _scores = needsScores ? query.Scores : ChildScores.None;
        _children = query.Children.CreateWeight(searcher, _scores != ChildScores.None, boost);
        _parents = new SegmentParents(query.Parents, searcher);
    }

    public override Scorer? Scorer(Leaf leaf) => Open(leaf);

    public override Explanation Explain(Leaf leaf, int docId)
    {
        ToParentScorer? scorer = Open(leaf);
        if (scorer is null || scorer.Advance(docId) != docId)
            return Explanation.NoMatch(Describe(docId));
        float score = scorer.Score();
        int best = scorer.BestChild;
        return Explanation.Match(
            score,
            $"{Describe(docId)}: {_scores} of the scores of {scorer.ChildCount} children, the best of them",
            best < 0 ? [] : [_children.Explain(leaf, best)]);
    }

    private ToParentScorer? Open(Leaf leaf) =>
        _children.Scorer(leaf) is { } children ? new ToParentScorer(children, _parents.Of(leaf), _scores, Query) : null;
}
