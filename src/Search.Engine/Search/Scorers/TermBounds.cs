using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Upper bounds of a term's scores from the impacts that the index stores, each worked out once.</summary>
/// <param name="similarity">Null when no scores are needed: all bounds are 0 then.</param>
internal sealed class TermBounds(PostingsBlocks blocks, SimScorer? similarity)
{
    // Impacts are stored on several levels; as many are remembered, each by the last document that it bounds.
    private const int Remembered = 4;

    private readonly int[] _ends = [-1, -1, -1, -1];
    private readonly float[] _bounds = new float[Remembered];
    private int _oldest;
    private int _blockEnd = -1;
    private float _blockBound;

    /// <summary>No document in <c>[from, upTo]</c> scores higher; ranges must not descend.</summary>
    public float MaxScore(int from, int upTo)
    {
        blocks.AdvanceShallow(from);
        return BoundUpTo(upTo);
    }

    /// <summary>The bound of the block around a target; targets must not descend.</summary>
    /// <param name="upTo">The last document (inclusive) that is bounded.</param>
    public float MaxScoreOfBlock(int target, out int upTo)
    {
        if (target > _blockEnd)
        {
            _blockEnd = blocks.AdvanceShallow(target);
            _blockBound = BoundUpTo(_blockEnd);
        }
        upTo = _blockEnd;
        return _blockBound;
    }

    private float BoundUpTo(int upTo)
    {
        if (similarity is null)
            return 0f;
        int end = blocks.BoundedUpTo(upTo);
        int known = _ends.AsSpan().IndexOf(end);
        if (known >= 0)
            return _bounds[known];
        float bound = similarity!.MaxScore(blocks.ImpactsUpTo(upTo));
        _oldest = (_oldest + 1) % Remembered;
        _ends[_oldest] = end;
        return _bounds[_oldest] = bound;
    }
}
