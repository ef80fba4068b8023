using System.Numerics;
using System.Runtime.Intrinsics;
using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Scores the postings of one term in one segment, block by block.</summary>
/// <param name="similarity">Null when no scores are needed.</param>
internal sealed class TermWindowScorer(PostingsBlocks blocks, SegmentNorms? norms, SimScorer? similarity) : WindowScorer
{
    private const int BlockSize = 128;

    private readonly TermBounds _bounds = new(blocks, similarity);
    private readonly float[] _scores = similarity is null ? [] : new float[BlockSize];
    private bool _exhausted;
    private float _minCompetitiveScore;

    public override long Cost => blocks.DocFreq;

    public override bool Accumulates => true;

    public override bool NarrowsLists => true;

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

    /// <summary>Adds the scores in <c>[from, to)</c> to the window's sums and leaves it to the caller to mark the documents.</summary>
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

    // A block is a step.
    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        if (!NextRun(ref from, to, out Range run))
            return to;
        ReadOnlySpan<int> docs = blocks.Docs[run];
        Span<int> listed = list.FreeDocs;
        Span<double> sums = list.FreeSums;
        if (similarity is null)
        {
            docs.CopyTo(listed);
            sums[..docs.Length].Clear();
            list.Grow(docs.Length);
            return from;
        }
        ReadOnlySpan<float> scores = ScoresOf(docs, blocks.Freqs[run]);
        float least = _minCompetitiveScore;
        var count = 0;
        for (var i = 0; i < docs.Length; i++)
        {
            float score = scores[i];
            listed[count] = docs[i];
            sums[count] = score;
            count += score >= least ? 1 : 0;
        }
        list.Grow(count);
        return from;
    }

    public override void Retain(Candidates list, ScoreWindow window) => Match(list, narrow: true);

    public override void Lookup(Candidates list, ScoreWindow window) => Match(list, narrow: false);

    /// <summary>The bound of the block around a target; targets must not descend.</summary>
    /// <param name="upTo">The last document (inclusive) that is bounded.</param>
    public float MaxScoreOfBlock(int target, out int upTo) => _bounds.MaxScoreOfBlock(target, out upTo);

    public override void SetMinCompetitiveScore(float minScore) => _minCompetitiveScore = minScore;

    public override float MaxScore(int from, int upTo) => _bounds.MaxScore(from, upTo);

    // Goes through the blocks that hold candidates. Those that match are closed up at the front of the list, or marked where they stand.
    private void Match(Candidates list, bool narrow)
    {
        Span<int> candidates = list.Docs;
        Span<double> sums = list.Sums;
        // One more place than can match: what does not match is written behind the others.
        Span<int> places = stackalloc int[BlockSize + 1];
        Span<int> matched = stackalloc int[BlockSize + 1];
        var kept = 0;
        var next = 0;
        while (next < candidates.Length && AdvanceBlock(candidates[next]))
        {
            ReadOnlySpan<int> docs = blocks.Docs;
            int last = docs[^1];
            var count = 0;
            var place = 0;
            for (; next < candidates.Length && candidates[next] <= last; next++)
            {
                int candidate = candidates[next];
                place = BlockSearch.FirstAtLeast(docs, place, candidate);
                places[count] = place;
                matched[count] = narrow ? kept + count : next;
                if (narrow)
                {
                    candidates[kept + count] = candidate;
                    sums[kept + count] = sums[next];
                }
                count += docs[place] == candidate ? 1 : 0;
            }
            kept += count;
            if (count > 0)
                Credit(list, matched[..count], docs, places[..count]);
        }
        if (narrow)
            list.Cut(kept);
    }

    private void Credit(Candidates list, ReadOnlySpan<int> matched, ReadOnlySpan<int> docs, ReadOnlySpan<int> places)
    {
        Span<bool> found = list.Found;
        foreach (int match in matched)
            found[match] = true;
        if (similarity is null)
            return;
        ReadOnlySpan<float> scores = ScoresAt(docs, places);
        Span<double> sums = list.Sums;
        for (var i = 0; i < matched.Length; i++)
            sums[matched[i]] += scores[i];
    }

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
