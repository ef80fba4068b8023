using System.Numerics;
using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Scores the postings of one term in one segment, block by block.</summary>
/// <param name="similarity">Null when no scores are needed.</param>
internal sealed class TermWindowScorer(PostingsBlocks blocks, SegmentNorms? norms, SimScorer? similarity) : WindowScorer
{
    private const int BlockSize = 128;

    private readonly byte[] _norms = new byte[BlockSize];
    private readonly float[] _scores = new float[BlockSize];
    private bool _exhausted;
    private float _minCompetitiveScore;
    private int _competitiveFrom;

    public override long Cost => blocks.DocFreq;

    public override bool Accumulates => true;

    public override int Seek(int target)
    {
        target = SkipNonCompetitive(target);
        if (!AdvanceBlock(target))
            return DocIdCursor.NoMoreDocs;
        ReadOnlySpan<int> docs = blocks.Docs;
        return docs[FirstAtLeast(docs, target)];
    }

    public override void Score(int from, int to, ScoreWindow window)
    {
        int target = SkipNonCompetitive(from);
        while (target < to && AdvanceBlock(target))
        {
            ReadOnlySpan<int> docs = blocks.Docs;
            int start = FirstAtLeast(docs, target);
            int end = docs[^1] < to ? docs.Length : FirstAtLeast(docs, to);
            if (start < end)
                AddRun(docs[start..end], start, window);
            if (end < docs.Length)
                return;
            target = SkipNonCompetitive(docs[^1] + 1);
        }
    }

    // Matches are noted while the candidates pass through a block and scored together when it is left.
    public override void Restrict(int from, int to, ScoreWindow window)
    {
        ReadOnlySpan<int> docs = default;
        Span<int> matched = stackalloc int[BlockSize];
        var count = 0;
        var index = 0;
        Span<ulong> matches = window.Matches;
        for (int word = (from - window.Base) >> 6; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
            {
                int docId = window.Base + (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (docs.IsEmpty || docs[^1] < docId)
                {
                    AddMatched(docs, matched[..count], window);
                    docs = AdvanceBlock(docId) ? blocks.Docs : default;
                    count = 0;
                    index = 0;
                }
                index = Gallop(docs, index, docId);
                if (index < docs.Length && docs[index] == docId)
                    matched[count++] = index;
                else
                    window.Remove(docId);
            }
        }
        AddMatched(docs, matched[..count], window);
    }

    public override void SetMinCompetitiveScore(float minScore) => _minCompetitiveScore = minScore;

    public override float MaxScore(int from, int upTo)
    {
        if (similarity is null)
            return 0;
        blocks.AdvanceShallow(from);
        return similarity.MaxScore(blocks.ImpactsUpTo(upTo));
    }

    private bool AdvanceBlock(int target)
    {
        _exhausted = _exhausted || !blocks.AdvanceBlock(target);
        return !_exhausted;
    }

    // The first document from target on whose block may hold a competitive score: other blocks are never decoded.
    private int SkipNonCompetitive(int target)
    {
        if (_minCompetitiveScore <= 0 || similarity is null)
            return target;
        target = Math.Max(target, _competitiveFrom);
        while (target != DocIdCursor.NoMoreDocs)
        {
            int upTo = blocks.AdvanceShallow(target);
            if (similarity.MaxScore(blocks.ImpactsUpTo(upTo)) >= _minCompetitiveScore)
                break;
            target = upTo == DocIdCursor.NoMoreDocs ? upTo : upTo + 1;
        }
        _competitiveFrom = target;
        return target;
    }

    private void AddRun(ReadOnlySpan<int> docs, int start, ScoreWindow window)
    {
        Span<ulong> matches = window.Matches;
        foreach (int docId in docs)
        {
            int slot = docId - window.Base;
            matches[slot >> 6] |= 1UL << slot;
        }
        if (similarity is null)
            return;
        Span<float> scores = _scores.AsSpan(0, docs.Length);
        norms!.Read(docs, _norms);
        similarity.Score(blocks.Freqs.Slice(start, docs.Length), _norms, scores);
        Span<double> sums = window.Scores;
        for (var i = 0; i < docs.Length; i++)
            sums[docs[i] - window.Base] += scores[i];
    }

    // Adds the scores of some documents of the current block, given by their places in it.
    private void AddMatched(ReadOnlySpan<int> docs, ReadOnlySpan<int> places, ScoreWindow window)
    {
        if (similarity is null || places.IsEmpty)
            return;
        Span<int> matched = stackalloc int[BlockSize];
        Span<int> matchedFreqs = stackalloc int[BlockSize];
        ReadOnlySpan<int> freqs = blocks.Freqs;
        for (var i = 0; i < places.Length; i++)
        {
            matched[i] = docs[places[i]];
            matchedFreqs[i] = freqs[places[i]];
        }
        matched = matched[..places.Length];
        Span<float> scores = _scores.AsSpan(0, places.Length);
        norms!.Read(matched, _norms);
        similarity.Score(matchedFreqs, _norms, scores);
        Span<double> sums = window.Scores;
        for (var i = 0; i < scores.Length; i++)
            sums[matched[i] - window.Base] += scores[i];
    }

    // FirstAtLeast from a place on: candidates are close to each other, so the steps start small and double.
    private static int Gallop(ReadOnlySpan<int> docs, int index, int target)
    {
        var step = 1;
        while (index + step < docs.Length && docs[index + step] < target)
        {
            index += step;
            step <<= 1;
        }
        int end = Math.Min(index + step + 1, docs.Length);
        return index + FirstAtLeast(docs[index..end], target);
    }

    // Index of the first of the ascending docs that is at least target; the length when none is.
    private static int FirstAtLeast(ReadOnlySpan<int> docs, int target)
    {
        var low = 0;
        int high = docs.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (docs[middle] < target)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
