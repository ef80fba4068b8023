using Search.Engine.Index;

namespace Search.Engine.Segments.Checking;

/// <summary>Checks of a long list of postings that jumping leads where reading on leads, and that impacts bound what they stand for.</summary>
/// <remarks>Takes the postings of one term after another as they were read from start to end.</remarks>
internal sealed class JumpCheck(SegmentReader segment, FieldInfo info, Terms terms)
{
    // Lists of one block have nothing to jump with.
    private const int BlockSize = 128;

    // Not a divisor of the block: jumps land at the start, in the middle and at the end of blocks.
    private const int JumpLength = 3 * BlockSize - 5;

    private readonly List<(int Doc, int Freq, int FirstPosition)> _postings = [];
    private PostingsEnum? _cursor;

    /// <summary>Forgets the last term.</summary>
    public void Start() => _postings.Clear();

    public void Add(int doc, int freq, int firstPosition) => _postings.Add((doc, freq, firstPosition));

    /// <summary>What is wrong with the term's jumps or bounds; null when nothing is.</summary>
    public string? Run(in TermState state)
    {
        if (_postings.Count <= BlockSize || _postings.Count != state.DocFreq)
            return null;
        _cursor = terms.Postings(state, PostingsDetail.Everything, _cursor);
        for (int i = BlockSize - 1; i < _postings.Count; i += JumpLength)
        {
            (int doc, int freq, int firstPosition) = _postings[i];
            if (_cursor.Advance(doc) != doc || _cursor.Freq != freq || (info.HasPositions && _cursor.NextPosition() != firstPosition))
                return $"a jump to document {doc} leads to {_cursor.DocId} or to other positions";
        }
        return CheckBounds(terms.Blocks(state, info.HasFreqs)) ?? CheckWideBounds(state);
    }

    // Over many blocks, bounds come from the higher levels of the skip data; over all of them, from the highest.
    private string? CheckWideBounds(in TermState state)
    {
        foreach (int width in (int[])[8 * BlockSize, 64 * BlockSize, _postings.Count])
        {
            PostingsBlocks blocks = terms.Blocks(state, info.HasFreqs);
            NumericDocValues? norms = segment.Norms(info.Name);
            for (var start = 0; start < _postings.Count; start += width)
            {
                int end = Math.Min(_postings.Count, start + width);
                blocks.AdvanceShallow(_postings[start].Doc);
                int upTo = _postings[end - 1].Doc;
                Impact[] impacts = blocks.ImpactsUpTo(upTo).ToArray();
                for (int i = start; i < end; i++)
                {
                    if (!IsBounded(impacts, i, norms))
                        return $"the impacts from document {_postings[start].Doc} to {upTo} do not bound document {_postings[i].Doc}";
                }
            }
        }
        return null;
    }

    private string? CheckBounds(PostingsBlocks blocks)
    {
        NumericDocValues? norms = segment.Norms(info.Name);
        for (var i = 0; i < _postings.Count;)
        {
            int first = _postings[i].Doc;
            int upTo = blocks.AdvanceShallow(first);
            ReadOnlySpan<Impact> impacts = blocks.ImpactsUpTo(upTo);
            if (upTo < first)
                return $"a block that holds document {first} ends with {upTo}";
            for (; i < _postings.Count && _postings[i].Doc <= upTo; i++)
            {
                if (!IsBounded(impacts, i, norms))
                    return $"the impacts up to document {upTo} do not bound document {_postings[i].Doc}";
            }
        }
        return null;
    }

    private bool IsBounded(ReadOnlySpan<Impact> impacts, int posting, NumericDocValues? norms)
    {
        (int doc, int freq, _) = _postings[posting];
        freq = info.HasFreqs ? freq : 1;
        long norm = norms is not null && norms.AdvanceExact(doc) ? norms.Value : 1;
        foreach (Impact impact in impacts)
        {
            if (impact.Freq >= freq && (ulong)impact.Norm <= (ulong)norm)
                return true;
        }
        return false;
    }
}
