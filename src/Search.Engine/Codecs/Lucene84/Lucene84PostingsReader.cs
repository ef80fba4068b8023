using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>Opens the postings of terms: <c>.doc</c>, <c>.pos</c>, <c>.pay</c>.</summary>
/// <remarks>Immutable and shareable; every cursor reads through clones of its own.</remarks>
internal sealed class Lucene84PostingsReader : IDisposable
{
    private const int MostPooled = 32;

    private readonly IndexInput _docs;
    private readonly IndexInput? _positions;
    private readonly IndexInput? _payloads;
    private readonly int _maxDoc;

    // Cursors that searches have released; a query of many terms leaves no more behind than these.
    private readonly Pool<Lucene84PostingsBlocks> _blocks = new(MostPooled);
    private readonly Pool<Lucene84PostingsBlocks> _blocksWithPositions = new(MostPooled);

    private Lucene84PostingsReader(IndexInput docs, IndexInput? positions, IndexInput? payloads, int maxDoc)
    {
        _docs = docs;
        _positions = positions;
        _payloads = payloads;
        _maxDoc = maxDoc;
    }

    public static Lucene84PostingsReader Open(SegmentReadState state)
    {
        using var opened = new DisposeOnFailure();
        IndexInput docs = opened.Add(Lucene84PostingsFormat.Open(state, Lucene84PostingsFormat.DocExtension));
        IndexInput? positions = Lucene84PostingsFormat.HasPositionFile(state.Fields)
            ? opened.Add(Lucene84PostingsFormat.Open(state, Lucene84PostingsFormat.PositionExtension))
            : null;
        IndexInput? payloads = Lucene84PostingsFormat.HasPayloadFile(state.Fields)
            ? opened.Add(Lucene84PostingsFormat.Open(state, Lucene84PostingsFormat.PayloadExtension))
            : null;
        return opened.Release(new Lucene84PostingsReader(docs, positions, payloads, state.Segment.MaxDoc));
    }

    /// <summary>The blocks of a term of a field with these columns.</summary>
    public Lucene84PostingsBlocks Blocks(in TermState term, PostingsShape shape, bool withFreqs)
    {
        if (!_blocks.TryTake(out Lucene84PostingsBlocks? blocks))
            blocks = NewBlocks();
        blocks.Reset(term, shape, withFreqs);
        return blocks;
    }

    /// <summary>The blocks of a term of a field with these columns, positions among them.</summary>
    public Lucene84PostingsBlocks BlocksWithPositions(in TermState term, PostingsShape shape)
    {
        if (!_blocksWithPositions.TryTake(out Lucene84PostingsBlocks? blocks))
            blocks = new Lucene84PostingsBlocks(_docs, _maxDoc, _blocksWithPositions, new PositionDeltas(_positions!.Clone()));
        blocks.Reset(term, shape, withFreqs: true);
        return blocks;
    }

    /// <summary>Reads the documents of a term that has fewer than a block of them.</summary>
    /// <param name="docs">As many as its documents.</param>
    public void ReadShort(in TermState term, PostingsShape shape, Span<int> docs)
    {
        if (term.SingletonDocId >= 0)
            docs[0] = term.SingletonDocId;
        else
            PostingsTail.Read(_docs, term.DocStart, shape.HasFreqs, previous: -1, _maxDoc, docs, freqs: []);
    }

    /// <summary>The documents of a term of a field with these columns.</summary>
    public PostingsEnum Postings(in TermState term, PostingsShape shape, PostingsDetail detail, PostingsEnum? reuse)
    {
        if (reuse is Lucene84PostingsEnum cursor && cursor.TryReset(this, term, shape, detail))
            return cursor;
        bool withPositions = detail >= PostingsDetail.Positions && shape.HasPositions;
        Lucene84PostingsBlocks blocks = NewBlocks(); // nobody gives these back
        blocks.Reset(term, shape, withFreqs: detail >= PostingsDetail.Freqs);
        PositionsReader? positions = withPositions ? OpenPositions(shape, detail) : null;
        positions?.StartTerm(term);
        return new Lucene84PostingsEnum(this, shape, detail, blocks, positions);
    }

    /// <summary>The postings of the terms of a field with these columns, to be copied.</summary>
    public PostingsSource Source(PostingsShape shape) =>
        new(this, shape, shape.HasPositions ? OpenPositions(shape, PostingsDetail.Everything) : null);

    /// <summary>Compares the checksums of all files with their bytes.</summary>
    public void CheckIntegrity()
    {
        CodecFooter.CheckWholeFile(_docs);
        if (_positions is not null)
            CodecFooter.CheckWholeFile(_positions);
        if (_payloads is not null)
            CodecFooter.CheckWholeFile(_payloads);
    }

    public void Dispose()
    {
        _docs.Dispose();
        _positions?.Dispose();
        _payloads?.Dispose();
    }

    private Lucene84PostingsBlocks NewBlocks() => new(_docs, _maxDoc, _blocks);

    private PositionsReader OpenPositions(PostingsShape shape, PostingsDetail detail)
    {
        bool everything = detail == PostingsDetail.Everything && shape.HasPayloadFile;
        return new PositionsReader(_positions!.Clone(), everything ? _payloads!.Clone() : null, shape);
    }
}
