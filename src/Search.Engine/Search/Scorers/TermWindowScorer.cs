using System.Numerics;
using System.Runtime.Intrinsics;
using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Scores the postings of one term in one segment, block by block.</summary>
/// <param name="similarity">Null when no scores are needed.</param>
internal sealed class TermWindowScorer(PostingsBlocks blocks, SegmentNorms? norms, SimScorer? similarity) : WindowScorer, ICandidateFilter
{
    private const int BlockSize = 128;

    private readonly TermBounds _bounds = new(blocks, similarity);
    private readonly float[] _scores = similarity is null ? [] : new float[BlockSize];
    private bool _exhausted;
    private float _minCompetitiveScore;

    public override long Cost => blocks.DocFreq;

    public override bool Accumulates => true;

    /// <summary>Whether <see cref="AddUnmarked"/> may be called.</summary>
    public bool HasScores => similarity is not null;

    public override int Seek(int target)
    {
        target = SkipNonCompetitive(target, DocIdCursor.NoMoreDocs);
        if (!AdvanceBlock(target))
            return DocIdCursor.NoMoreDocs;
        ReadOnlySpan<int> docs = blocks.Docs;
        return docs[BlockSearch.FirstAtLeast(docs, target)];
    }

    public override void Score(int from, int to, ScoreWindow window)
    {
        while (NextRun(ref from, to, out Range run))
        {
            ReadOnlySpan<int> docs = blocks.Docs[run];
            if (similarity is null)
                window.Mark(docs);
            else if (_minCompetitiveScore > 0)
                AddCompetitive(docs, ScoresOf(docs, blocks.Freqs[run]), window);
            else
                window.Add(docs, ScoresOf(docs, blocks.Freqs[run]));
        }
    }

    /// <summary>Adds the scores in <c>[from, to)</c> to the window's sums and leaves it to <see cref="ScoreWindow.MarkAtLeast"/> to mark the documents.</summary>
    public void AddUnmarked(int from, int to, ScoreWindow window)
    {
        while (NextRun(ref from, to, out Range run))
        {
            ReadOnlySpan<int> docs = blocks.Docs[run];
            window.AddUnmarked(docs, ScoresOf(docs, blocks.Freqs[run]));
        }
    }

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        Span<int> places = stackalloc int[BlockSize];
        var candidates = new WindowCandidates(window);
        while (candidates.Next(from) is var candidate && candidate < to && AdvanceBlock(candidate))
        {
            ReadOnlySpan<int> docs = blocks.Docs;
            int count = candidates.FindIn(docs, candidate, to, places);
            foreach (int place in places[..count])
            {
                int slot = docs[place] - window.Base;
                found[slot >> 6] |= 1UL << slot;
            }
            if (similarity is not null && count > 0)
                window.AddScores(docs, places[..count], ScoresAt(docs, places[..count]));
            from = docs[^1] + 1;
        }
    }

    /// <summary>Lists the documents of the next block in <c>[from, to)</c>, at most 128, with their scores; those that cannot compete may be missing.</summary>
    /// <param name="from">Moves behind the block.</param>
    /// <returns>How many; -1 when there is no block any more.</returns>
    public int List(ref int from, int to, Span<int> listed, Span<double> sums)
    {
        if (!NextRun(ref from, to, out Range run))
            return -1;
        ReadOnlySpan<int> docs = blocks.Docs[run];
        if (similarity is null)
        {
            docs.CopyTo(listed);
            sums[..docs.Length].Clear();
            return docs.Length;
        }
        ReadOnlySpan<float> scores = ScoresOf(docs, blocks.Freqs[run]);
        var count = 0;
        for (var i = 0; i < docs.Length; i++)
        {
            listed[count] = docs[i];
            sums[count] = scores[i];
            count += scores[i] >= _minCompetitiveScore ? 1 : 0;
        }
        return count;
    }

    public int Retain(Span<int> candidates, Span<double> sums)
    {
        Span<int> places = stackalloc int[BlockSize];
        var kept = 0;
        var next = 0;
        while (next < candidates.Length && AdvanceBlock(candidates[next]))
        {
            ReadOnlySpan<int> docs = blocks.Docs;
            int before = kept;
            var place = 0;
            for (int last = docs[^1]; next < candidates.Length && candidates[next] <= last; next++)
            {
                int candidate = candidates[next];
                place += BlockSearch.FirstAtLeast(docs[place..], candidate);
                places[kept - before] = place;
                candidates[kept] = candidate;
                sums[kept] = sums[next];
                kept += docs[place] == candidate ? 1 : 0;
            }
            if (similarity is null || kept == before)
                continue;
            ReadOnlySpan<float> scores = ScoresAt(docs, places[..(kept - before)]);
            for (var i = 0; i < scores.Length; i++)
                sums[before + i] += scores[i];
        }
        return kept;
    }

    /// <summary>The bound of the block around a target; targets must not descend.</summary>
    /// <param name="upTo">The last document (inclusive) that is bounded.</param>
    public float MaxScoreOfBlock(int target, out int upTo) => _bounds.MaxScoreOfBlock(target, out upTo);

    public override void SetMinCompetitiveScore(float minScore) => _minCompetitiveScore = minScore;

    public override float MaxScore(int from, int upTo) => _bounds.MaxScore(from, upTo);

    // The documents of one block in [from, to); from moves behind them. False: there are none any more.
    private bool NextRun(ref int from, int to, out Range run)
    {
        run = default;
        from = SkipNonCompetitive(from, to);
        if (from >= to || !AdvanceBlock(from))
            return false;
        ReadOnlySpan<int> docs = blocks.Docs;
        int start = docs[0] >= from ? 0 : BlockSearch.FirstAtLeast(docs, from);
        int last = docs[^1];
        int end = last < to ? docs.Length : start + BlockSearch.FirstAtLeast(docs[start..], to);
        run = start..end;
        from = last < to ? last + 1 : to;
        return true;
    }

    private bool AdvanceBlock(int target)
    {
        _exhausted = _exhausted || !blocks.AdvanceBlock(target);
        return !_exhausted;
    }

    // The first document from target on, or the end, whose block may hold a competitive score: other blocks are never decoded.
    private int SkipNonCompetitive(int target, int end)
    {
        if (_minCompetitiveScore <= 0 || similarity is null)
            return target;
        while (target < end && _bounds.MaxScoreOfBlock(target, out int upTo) < _minCompetitiveScore)
            target = upTo < end ? upTo + 1 : end;
        return target;
    }

    private ReadOnlySpan<float> ScoresOf(scoped ReadOnlySpan<int> docs, scoped ReadOnlySpan<int> freqs)
    {
        Span<float> scores = _scores.AsSpan(0, docs.Length);
        similarity!.Score(docs, freqs, norms!, scores);
        return scores;
    }

    private void AddCompetitive(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, ScoreWindow window)
    {
        Vector256<float> least = Vector256.Create(_minCompetitiveScore);
        var i = 0;
        for (; i <= scores.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            for (uint reach = Vector256.GreaterThanOrEqual(Vector256.Create(scores[i..]), least).ExtractMostSignificantBits(); reach != 0; reach &= reach - 1)
            {
                int place = i + BitOperations.TrailingZeroCount(reach);
                window.Add(docs[place], scores[place]);
            }
        }
        for (; i < scores.Length; i++)
        {
            if (scores[i] >= _minCompetitiveScore)
                window.Add(docs[i], scores[i]);
        }
    }

    // The scores of some documents of the current block, given by their places in it.
    private ReadOnlySpan<float> ScoresAt(scoped ReadOnlySpan<int> docs, scoped ReadOnlySpan<int> places)
    {
        Span<int> placedDocs = stackalloc int[BlockSize];
        Span<int> placedFreqs = stackalloc int[BlockSize];
        ReadOnlySpan<int> freqs = blocks.Freqs;
        for (var i = 0; i < places.Length; i++)
        {
            placedDocs[i] = docs[places[i]];
            placedFreqs[i] = freqs[places[i]];
        }
        return ScoresOf(placedDocs[..places.Length], placedFreqs[..places.Length]);
    }
}
