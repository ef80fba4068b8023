using System.Diagnostics;
using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>The terms of one field and their postings: no object a token, none a term.</summary>
internal sealed class PostingsBuffer
{
    private readonly ByteArena _arena;
    private readonly BytesHash _terms;
    private readonly BufferList<TermPostings> _postings;

    public PostingsBuffer(IndexOptions options, ByteArena arena, BufferMeter meter)
    {
        Debug.Assert(options != IndexOptions.None);
        Options = options;
        _arena = arena;
        _terms = new BytesHash(arena, meter);
        _postings = new BufferList<TermPostings>(meter);
    }

    public IndexOptions Options { get; }

    /// <summary>Number of terms.</summary>
    public int TermCount => _terms.Count;

    /// <summary>Whether another occurrence surely fits.</summary>
    public bool HasRoom => _arena.HasRoom;

    /// <summary>Adds an occurrence. Documents, and positions and start offsets within one, do not descend.</summary>
    /// <returns>Whether it is the term's first in the document.</returns>
    public bool Add(ReadOnlySpan<byte> term, int docId, int position, int startOffset, int endOffset)
    {
        int id = _terms.GetOrAdd(term);
        if (id == _postings.Count)
            _postings.Add(new TermPostings { DocId = -1 });
        ref TermPostings postings = ref _postings[id];
        bool first = postings.DocId != docId;
        if (first)
            StartDocument(ref postings, docId);
        postings.Freq++;
        if (Options >= IndexOptions.DocsFreqsAndPositions)
            _arena.AppendVInt32(ref postings.Positions, position - postings.Position);
        postings.Position = position;
        if (Options >= IndexOptions.DocsFreqsPositionsAndOffsets)
        {
            _arena.AppendVInt32(ref postings.Positions, startOffset - postings.StartOffset);
            _arena.AppendVInt32(ref postings.Positions, endOffset - startOffset);
        }
        postings.StartOffset = startOffset;
        return first;
    }

    /// <summary>All term ids in the order of the terms.</summary>
    public int[] SortedTermIds() => _terms.SortedIds();

    /// <summary>The bytes of a term.</summary>
    public ReadOnlySpan<byte> Term(int id) => _terms[id];

    /// <summary>The postings of a term.</summary>
    public BufferedPostings Postings(int id) => new(_arena, Options, _postings[id]);

    private void StartDocument(ref TermPostings postings, int docId)
    {
        if (postings.DocId >= 0)
        {
            int distance = postings.DocId - postings.PreviousDocId;
            if (Options == IndexOptions.Docs)
            {
                _arena.AppendVInt32(ref postings.Docs, distance);
            }
            else
            {
                // The frequency is mostly 1, which costs no byte of its own.
                _arena.AppendVInt32(ref postings.Docs, (distance << 1) | (postings.Freq == 1 ? 1 : 0));
                if (postings.Freq != 1)
                    _arena.AppendVInt32(ref postings.Docs, postings.Freq);
            }
            postings.PreviousDocId = postings.DocId;
        }
        postings.DocId = docId;
        postings.Freq = 0;
        postings.Position = 0;
        postings.StartOffset = 0;
    }
}
