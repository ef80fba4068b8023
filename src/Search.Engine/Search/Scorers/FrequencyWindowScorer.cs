using System.Numerics;
using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>The documents of one term with weighted frequencies in the place of scores.</summary>
internal sealed class FrequencyWindowScorer(PostingsBlocks blocks, float weight) : WindowScorer
{
    private bool _exhausted;

    public override long Cost => blocks.DocFreq;

    public override bool Accumulates => true;

    public override int Seek(int target) =>
        AdvanceBlock(target) ? blocks.Docs[FirstAtLeast(blocks.Docs, target)] : DocIdCursor.NoMoreDocs;

    public override void Score(int from, int to, ScoreWindow window)
    {
        while (from < to && AdvanceBlock(from))
        {
            ReadOnlySpan<int> docs = blocks.Docs;
            ReadOnlySpan<int> freqs = blocks.Freqs;
            int i = FirstAtLeast(docs, from);
            for (; i < docs.Length && docs[i] < to; i++)
                window.Add(docs[i], weight * freqs[i]);
            if (i < docs.Length)
                return;
            from = docs[^1] + 1;
        }
    }

    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        for (var word = 0; word < window.Matches.Length; word++)
        {
            for (ulong bits = window.Matches[word]; bits != 0; bits &= bits - 1)
            {
                int docId = window.Base + (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (Seek(docId) != docId)
                    continue;
                window.Add(docId, weight * blocks.Freqs[FirstAtLeast(blocks.Docs, docId)]);
                found[word] |= 1UL << docId;
            }
        }
    }

    private bool AdvanceBlock(int target)
    {
        _exhausted = _exhausted || !blocks.AdvanceBlock(target);
        return !_exhausted;
    }

    private static int FirstAtLeast(ReadOnlySpan<int> docs, int target)
    {
        int index = docs.BinarySearch(target);
        return index < 0 ? ~index : index;
    }
}
