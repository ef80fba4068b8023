using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>The postings of a field's terms in the form in which a merge copies them: documents in blocks, positions as one stream.</summary>
/// <remarks>
/// The stream of positions does not know documents: each starts its differences anew, so any run of documents is copied
/// with its positions untouched. One thread at a time; reused from term to term.
/// </remarks>
internal sealed class PostingsSource
{
    private readonly Lucene84PostingsReader _owner;
    private readonly PostingsShape _shape;
    private Lucene84PostingsBlocks? _blocks;

    /// <param name="positions">Null where positions are not indexed.</param>
    public PostingsSource(Lucene84PostingsReader owner, PostingsShape shape, PositionsReader? positions)
    {
        _owner = owner;
        _shape = shape;
        Positions = positions;
    }

    /// <summary>The positions, offsets and payloads, from the first document that was not passed on.</summary>
    public PositionsReader? Positions { get; }

    /// <summary>Documents of the current block.</summary>
    public ReadOnlySpan<int> Docs => _blocks!.Docs;

    /// <summary>Frequencies beside <see cref="Docs"/>; all 1 where frequencies are not indexed.</summary>
    public ReadOnlySpan<int> Freqs => _blocks!.Freqs;

    /// <summary>Stands before the first block of a term of the field.</summary>
    public void Start(in TermState term)
    {
        if (_blocks is null)
            _blocks = _owner.Blocks(term, _shape, withFreqs: true);
        else
            _blocks.Reset(term, _shape, withFreqs: true);
        Positions?.StartTerm(term);
    }

    /// <summary>Moves to the next block of documents; false after the last.</summary>
    public bool NextBlock() => _blocks!.NextBlock();
}
