using System.Buffers;
using Search.Engine.Automata;
using Search.Engine.Codecs.Lucene84;
using Search.Engine.Fst;
using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>The terms of one field: a tree of blocks, found by prefix.</summary>
/// <remarks>README.md, "Look-up". The files are read at absolute offsets only, so that all threads share them.</remarks>
internal sealed class BlockTreeTerms : Terms
{
    private const int CodeBytes = 256;
    private const int MostPooled = 4;

    private readonly FieldRecord _record;
    private readonly IndexInput _terms;
    private readonly Lucene84PostingsReader _postings;
    private readonly PostingsShape _shape;
    private readonly int _maxDoc;
    private readonly Pool<BlockTreeIntersection> _walks = new(MostPooled);

    public BlockTreeTerms(FieldRecord record, IndexInput terms, IndexInput index, Lucene84PostingsReader postings, int maxDoc)
    {
        _record = record;
        _terms = terms;
        _postings = postings;
        _maxDoc = maxDoc;
        _shape = PostingsShape.Of(record.Field);
        Index = new Transducer(index, record.IndexStart, record.Index);
        BlocksEnd = terms.Length - CodecFooter.ByteCount;
    }

    public override long Count => _record.TermCount;

    public override int DocCount => _record.Statistics.DocCount;

    public override long SumDocFreq => _record.Statistics.SumDocFreq;

    public override long SumTotalTermFreq => _record.Statistics.SumTotalTermFreq;

    public override ReadOnlySpan<byte> Min => _record.Min;

    public override ReadOnlySpan<byte> Max => _record.Max;

    /// <summary>Where the first block of the empty prefix starts.</summary>
    internal long RootBlock => BlockCode.Read(_record.RootCode, next: -1, _terms.Name).Head;

    /// <summary>Maps prefixes to blocks.</summary>
    internal Transducer Index { get; }

    /// <summary>Where the last block of the file must have ended.</summary>
    internal long BlocksEnd { get; }

    public override bool TryGet(ReadOnlySpan<byte> term, out TermState state)
    {
        state = default;
        if (term.SequenceCompareTo(Min) < 0 || term.SequenceCompareTo(Max) > 0)
            return false;
        BlockCode code = default;
        var prefixLength = 0;
        var walk = new PrefixWalk(Index, term, stackalloc byte[CodeBytes]);
        while (walk.Next())
        {
            code = walk.Code;
            prefixLength = walk.PrefixLength;
        }
        walk.Dispose();
        return code.HasTerms && TryGet(code.Block, term[prefixLength..], out state);
    }

    public override TermsEnum Enumerate() => new BlockTreeTermsEnum(this, _terms);

    public override PostingsEnum Postings(in TermState state, PostingsDetail detail, PostingsEnum? reuse = null) =>
        _postings.Postings(state, _shape, detail, reuse);

    public override PostingsBlocks Blocks(in TermState state, bool withFreqs) =>
        _postings.Blocks(state, _shape, withFreqs);

    internal override PostingsBlocks Blocks(in TermState state, bool withFreqs, PostingsBlocks? reuse)
    {
        if (reuse is not Lucene84PostingsBlocks blocks)
            return _postings.Blocks(state, _shape, withFreqs);
        blocks.Reset(state, _shape, withFreqs);
        return blocks;
    }

    internal override int ReadShort(in TermState state, Span<int> docs)
    {
        if (state.DocFreq >= Lucene84PostingsFormat.BlockSize || state.DocFreq > docs.Length)
            return 0;
        _postings.ReadShort(state, _shape, docs[..state.DocFreq]);
        return state.DocFreq;
    }

    public override PostingsBlocks BlocksWithPositions(in TermState state) => _postings.BlocksWithPositions(state, _shape);

    /// <summary>The postings of all terms, to be copied into another segment.</summary>
    internal PostingsSource Source() => _postings.Source(_shape);

    /// <summary>Takes a walk back that nobody uses any more.</summary>
    internal void Give(BlockTreeIntersection walk) => _walks.Give(walk);

    private protected override MatchingTerms Intersect(ByteRunAutomaton automaton)
    {
        if (!_walks.TryTake(out BlockTreeIntersection? walk))
            walk = new BlockTreeIntersection(this, _terms);
        walk.Start(automaton);
        return walk;
    }

    /// <summary>Statistics and place of the term at which a cursor stands.</summary>
    internal TermState StateOf(ref TermBlockCursor cursor) => cursor.State(_terms, _shape, _maxDoc);

    private bool TryGet(long filePointer, ReadOnlySpan<byte> suffix, out TermState state)
    {
        byte[]? buffer = null;
        try
        {
            var cursor = new TermBlockCursor(TermBlock.Read(_terms, filePointer, BlocksEnd, ref buffer));
            while (cursor.Next(_terms))
            {
                int order = cursor.Suffix(_terms, buffer).SequenceCompareTo(suffix);
                if (order < 0)
                    continue;
                if (order > 0 || !cursor.IsTerm)
                    break;
                state = StateOf(ref cursor);
                return true;
            }
            state = default;
            return false;
        }
        finally
        {
            if (buffer is not null)
                ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
