using System.Diagnostics.CodeAnalysis;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Scorers;

/// <summary>Children of the parents that another scorer has, each with its parent's score.</summary>
/// <param name="matching">Must have parents only.</param>
/// <param name="parents">The parents of the segment; a block is what stands between two of them.</param>
/// <param name="query">For the message when a match is no parent.</param>
internal sealed class ToChildScorer(Scorer matching, FixedBitSet parents, bool withScores, Query query) : Scorer
{
    private int _child = -1;
    private int _scoredParent = -1;
    private float _score;

    public override int DocId => _child;

    // Children are many a parent; how many is not known.
    public override long Cost => Math.Min(parents.Length, matching.Cost * 8);

    public override int NextDoc() => Advance(_child + 1);

    public override int Advance(int target)
    {
        while (true)
        {
            if (matching.DocId < target || matching.DocId < 0)
                MoveTo(target);
            if (matching.DocId == target && target != NoMoreDocs)
                MoveTo(target + 1);
            int parent = matching.DocId;
            if (parent == NoMoreDocs)
                return _child = NoMoreDocs;
            int child = Math.Max(target, parents.PreviousSetBit(parent - 1) + 1);
            if (child < parent)
                return _child = child;
            // A parent without children.
            target = parent;
        }
    }

    public override float Score()
    {
        if (!withScores)
            return 0f;
        if (_scoredParent != matching.DocId)
        {
            _score = matching.Score();
            _scoredParent = matching.DocId;
        }
        return _score;
    }

    private void MoveTo(int target)
    {
        int docId = matching.Advance(target);
        if (docId != NoMoreDocs && !parents.Get(docId))
            ThrowNoParent(docId);
    }

    [DoesNotReturn]
    private void ThrowNoParent(int docId) => throw new InvalidOperationException(
        $"the parent query matches doc {docId} of its segment, which is no parent: {query}; add a clause that matches parents only");
}
