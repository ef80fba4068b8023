using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Documents of another weight in the block of one parent.</summary>
internal sealed class ParentChildrenWeight : Weight
{
    private readonly Weight _children;
    private readonly SegmentParents _parents;
    private readonly int _parentDoc;

    public ParentChildrenWeight(ParentChildrenBlockJoinQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _children = query.Children.CreateWeight(searcher, needsScores, boost);
        _parents = new SegmentParents(query.Parents, searcher);
        _parentDoc = query.ParentDoc;
    }

    public override Scorer? Scorer(Leaf leaf)
    {
        if (!TryRange(leaf, out int first, out int parent))
            return null;
        return _children.Scorer(leaf) is { } children ? new RangeScorer(children, first, parent) : null;
    }

    public override Explanation Explain(Leaf leaf, int docId) =>
        Contains(leaf, docId) ? _children.Explain(leaf, docId) : Explanation.NoMatch(Describe(docId));

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink) =>
        Contains(leaf, docId) && _children.CollectMatches(leaf, docId, sink);

    private bool Contains(Leaf leaf, int docId) => TryRange(leaf, out int first, out int parent) && docId >= first && docId < parent;

    private bool TryRange(Leaf leaf, out int first, out int parent)
    {
        parent = _parentDoc - leaf.DocBase;
        first = 0;
        if (parent < 0 || parent >= leaf.Reader.MaxDoc)
            return false;
        FixedBitSet parents = _parents.Of(leaf);
        if (!parents.Get(parent))
            throw new InvalidOperationException($"doc {_parentDoc} is no parent: {Query}");
        first = parents.PreviousSetBit(parent - 1) + 1;
        return true;
    }
}
