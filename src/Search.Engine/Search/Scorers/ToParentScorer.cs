using System.Diagnostics.CodeAnalysis;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Scorers;

/// <summary>Parents whose children another scorer has.</summary>
/// <param name="parents">The parents of the segment; a block is what stands between two of them.</param>
/// <param name="query">For the message when a child turns out to be a parent.</param>
internal sealed class ToParentScorer(Scorer children, FixedBitSet parents, ChildScores mode, Query query) : Scorer
{
    private int _parent = -1;

    // Whether the children of the current parent are read.
    private bool _isScored;
    private float _score;

    public override int DocId => _parent;

    public override long Cost => children.Cost;

    /// <summary>The child of the current parent that scores highest, the first of equals; -1 before <see cref="Score"/> and without scores.</summary>
    public int BestChild { get; private set; }

    /// <summary>How many children of the current parent matched; 0 before <see cref="Score"/>.</summary>
    public int ChildCount { get; private set; }

    public override int NextDoc() => Advance(_parent + 1);

    public override int Advance(int target)
    {
        // Children of the first parent from the target on stand behind the parent before. That one is looked at too: a
        // query that matches it is a mistake.
        int before = parents.PreviousSetBit(Math.Min(target, parents.Length) - 1);
        if (children.DocId < Math.Max(before, 0))
            children.Advance(Math.Max(before, 0));
        if (children.DocId == before)
            ThrowChildIsParent(before);
        if (children.DocId == NoMoreDocs)
            return _parent = NoMoreDocs;
        int parent = parents.NextSetBit(children.DocId);
        if (parent == children.DocId)
            ThrowChildIsParent(parent);
        _isScored = false;
        BestChild = -1;
        ChildCount = 0;
        // Documents behind the last parent are nobody's children.
        return _parent = parent < 0 ? NoMoreDocs : parent;
    }

    public override float Score()
    {
        if (!_isScored)
            ReadChildren();
        return _score;
    }

    private void ReadChildren()
    {
        var sum = 0.0;
        var min = float.PositiveInfinity;
        var max = float.NegativeInfinity;
        for (; children.DocId < _parent; children.NextDoc())
        {
            ChildCount++;
            if (mode == ChildScores.None)
                continue;
            float score = children.Score();
            sum += score;
            min = MathF.Min(min, score);
            if (score > max)
                (max, BestChild) = (score, children.DocId);
        }
        if (children.DocId == _parent)
            ThrowChildIsParent(_parent);
        _isScored = true;
        _score = mode switch
        {
            ChildScores.Avg => (float)(sum / ChildCount),
            ChildScores.Max => max,
            ChildScores.Min => min,
            ChildScores.Total => (float)sum,
            _ => 0f,
        };
    }

    [DoesNotReturn]
    private void ThrowChildIsParent(int docId) => throw new InvalidOperationException(
        $"the child query matches doc {docId} of its segment, which is a parent: {query}; add a clause that matches children only");
}
