using System.Runtime.CompilerServices;
using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Upper bounds of a term's scores from the impacts that the index stores, each worked out once.</summary>
/// <param name="similarity">Null when no scores are needed: all bounds are 0 then.</param>
internal sealed class TermBounds(PostingsBlocks blocks, SimScorer? similarity)
{
    // Impacts are stored on several levels; as many are remembered, each by where the documents that it bounds end.
    private const int Remembered = 4;

    // A score that many documents reach is found among as many impacts.
    private const int MostSampled = 512;

    private InlineArray4<int> _endings; // the first document behind each; 0: none yet
    private InlineArray4<float> _bounds;
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

    /// <summary>The first document from a target on, or the end, whose block may reach a minimum; targets must not descend.</summary>
    /// <remarks>Where a block does not reach it, the levels above are asked: they may bound many blocks more, whose entries are never read then.</remarks>
    public int SkipBelow(int target, int end, float minimum)
    {
        while (target < end && MaxScoreOfBlock(target, out int upTo) < minimum)
        {
            for (int wider; upTo < end && (wider = blocks.BoundedUpTo(upTo + 1)) > upTo + 1 && BoundUpTo(upTo + 1) < minimum;)
                upTo = wider;
            target = upTo < end ? upTo + 1 : end;
        }
        return target;
    }

    /// <summary>A score that <paramref name="k"/> documents reach, if the impacts of the index are what documents really have; 0: unknown.</summary>
    [SkipLocalsInit]
    public float LikelyMinimum(int k)
    {
        if (similarity is null)
            return 0f;
        Span<float> best = stackalloc float[k];
        best.Clear();
        Span<Impact> sample = stackalloc Impact[MostSampled];
        foreach (Impact impact in sample[..blocks.SampleImpacts((k + 1) / 2, sample)])
        {
            float score = similarity.Score(impact.Freq, (byte)impact.Norm);
            if (score <= best[^1])
                continue;
            int place = k - 1;
            for (; place > 0 && best[place - 1] < score; place--)
                best[place] = best[place - 1];
            best[place] = score;
        }
        return best[^1];
    }

    private float BoundUpTo(int upTo)
    {
        if (similarity is null)
            return 0f;
        int ending = unchecked(blocks.BoundedUpTo(upTo) + 1);
        int known = ((ReadOnlySpan<int>)_endings).IndexOf(ending);
        if (known >= 0)
            return _bounds[known];
        float bound = similarity.MaxScore(blocks.ImpactsUpTo(upTo));
        _oldest = (_oldest + 1) % Remembered;
        _endings[_oldest] = ending;
        return _bounds[_oldest] = bound;
    }
}
