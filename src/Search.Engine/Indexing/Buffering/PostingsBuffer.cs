using System.Diagnostics;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>The terms of one field and their postings: no object a token, none a term.</summary>
/// <remarks>
/// An occurrence costs up to four waits for memory, each for an address that only the one before tells: slot, entry, ends of the two
/// streams. <see cref="TokenBatch"/> takes the steps for many occurrences at a time, so that they wait together.
/// </remarks>
internal sealed class PostingsBuffer
{
    private readonly ByteArena _arena;
    private readonly BytesHash<TermPostings> _terms;

    public PostingsBuffer(IndexOptions options, ByteArena arena, BufferMeter meter)
    {
        Debug.Assert(options != IndexOptions.None);
        Options = options;
        _arena = arena;
        _terms = new BytesHash<TermPostings>(arena, meter);
    }

    public IndexOptions Options { get; }

    /// <summary>Number of terms.</summary>
    public int TermCount => _terms.Count;

    /// <summary>Whether another batch of occurrences surely fits.</summary>
    public bool HasRoom => _arena.HasRoom;

    /// <summary>First step: says that a term of this hash will come.</summary>
    public void PrefetchSlot(uint hash) => _terms.PrefetchSlot(hash);

    /// <summary>Second step, when the first is through: the term of this hash, or -1.</summary>
    public int Candidate(uint hash) => _terms.Candidate(hash);

    /// <summary>Third step, when the second is through: where the candidate's bytes and the ends of its streams are.</summary>
    public void PrefetchStreams(int candidate)
    {
        _terms.PrefetchBytes(candidate);
        ref TermPostings postings = ref _terms.ValueOf(candidate);
        if (postings.Positions.Head != 0)
            _arena.Prefetch(postings.Positions.Tail - 1);
        if (postings.Docs.Head != 0)
            _arena.Prefetch(postings.Docs.Tail - 1);
    }

    /// <summary>Last step: adds an occurrence. Documents, and positions and start offsets within one, do not descend.</summary>
    /// <param name="candidate">What the second step said.</param>
    /// <returns>Whether it is the term's first in the document.</returns>
    public bool Add(ReadOnlySpan<byte> term, BytesKey key, int candidate, int docId, int position, int startOffset, int endOffset)
    {
        ref TermPostings postings = ref _terms.ValueOf(_terms.GetOrAdd(term, key, candidate));
        bool first = postings.DocId != docId || postings.Freq == 0;
        if (first)
            StartDocument(ref postings, docId);
        postings.Freq++;
        if (Options >= IndexOptions.DocsFreqsAndPositions)
            AddPosition(ref postings, position, startOffset, endOffset);
        return first;
    }

    /// <summary>All steps for one occurrence.</summary>
    public bool Add(ReadOnlySpan<byte> term, int docId, int position, int startOffset, int endOffset) =>
        Add(term, BytesKey.Of(term), candidate: -1, docId, position, startOffset, endOffset);

    /// <summary>All term ids in the order of the terms.</summary>
    public int[] SortedTermIds() => _terms.SortedIds();

    /// <summary>The bytes of a term.</summary>
    public ReadOnlySpan<byte> Term(int id) => _terms[id];

    /// <summary>The postings of a term.</summary>
    public BufferedPostings Postings(int id) => new(_arena, Options, _terms.ValueOf(id));

    /// <summary>Says that the postings of a term will be asked for.</summary>
    public void PrefetchEntry(int id) => _terms.PrefetchEntry(id);

    /// <summary>Says that a term and its postings will be read; its entry was loaded.</summary>
    public void PrefetchPostings(int id)
    {
        _terms.PrefetchBytes(id);
        ref TermPostings postings = ref _terms.ValueOf(id);
        if (postings.Positions.Head != 0)
            _arena.Prefetch(postings.Positions.Head);
        if (postings.Docs.Head != 0)
            _arena.Prefetch(postings.Docs.Head);
    }

    private void AddPosition(ref TermPostings postings, int position, int startOffset, int endOffset)
    {
        VIntCodes codes = default(VIntCodes).With(position - postings.Position);
        postings.Position = position;
        if (Options >= IndexOptions.DocsFreqsPositionsAndOffsets)
        {
            codes = WithRoom(codes, ref postings.Positions).With(startOffset - postings.StartOffset);
            codes = WithRoom(codes, ref postings.Positions).With(endOffset - startOffset);
            postings.StartOffset = startOffset;
        }
        _arena.Append(ref postings.Positions, codes);
    }

    private void StartDocument(ref TermPostings postings, int docId)
    {
        if (postings.Freq > 0)
        {
            _arena.Append(ref postings.Docs, LatestDocument(ref postings));
            postings.PreviousDocId = postings.DocId;
        }
        postings.DocId = docId;
        postings.Freq = 0;
        postings.Position = 0;
        postings.StartOffset = 0;
    }

    private VIntCodes LatestDocument(ref TermPostings postings)
    {
        int distance = postings.DocId - postings.PreviousDocId;
        if (Options == IndexOptions.Docs)
            return default(VIntCodes).With(distance);
        // The frequency is mostly 1, which costs no byte of its own.
        if (postings.Freq == 1)
            return default(VIntCodes).With((distance << 1) | 1);
        return WithRoom(default(VIntCodes).With(distance << 1), ref postings.Docs).With(postings.Freq);
    }

    // Codes that another number fits behind; large ones are rare.
    private VIntCodes WithRoom(VIntCodes codes, ref SliceStream stream)
    {
        if (codes.HasRoom)
            return codes;
        _arena.Append(ref stream, codes);
        return default;
    }
}
