using Search.Engine.Index;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Gathers the documents of many terms of a segment.</summary>
internal sealed class TermGathering(Terms terms, int maxDoc, bool mayBeLate, WindowArena arena)
{
    // What a search that counts a thousand hits needs, and as many again for documents with several terms and for uneven lists.
    private const int FirstDocuments = 2048;

    // Terms with fewer documents have no block that could be left out.
    private const int Frequent = BlockIntersection.BlockSize;

    private const int MostLate = 512;

    private readonly DocSet _documents = new(maxDoc, arena);
    private readonly List<TermState> _late = arena.RentStates();
    private readonly int[] _few = arena.RentBlock();
    private PostingsBlocks? _blocks;
    private long _postings;

    /// <summary>Adds the documents of a term.</summary>
    public void Add(in TermState state)
    {
        _postings += state.DocFreq;
        if (mayBeLate && state.DocFreq > Frequent && _late.Count < MostLate)
            _late.Add(state);
        else
            AddAll(state);
    }

    /// <summary>The documents, without scores; nothing may be added any more.</summary>
    public WindowScorer ToWindows()
    {
        long bound = maxDoc * (long)FirstDocuments / Math.Max(_postings, 1);
        if (_late.Count > 0 && bound < maxDoc / 2)
            return new LateWindowScorer(terms, _late, _documents, (int)bound, maxDoc, _postings, arena);
        foreach (TermState state in _late)
            AddAll(state);
        return _documents.ToWindows();
    }

    private void AddAll(in TermState state)
    {
        int read = terms.ReadShort(state, _few);
        if (read > 0)
        {
            _documents.Add(_few.AsSpan(0, read));
            return;
        }
        _blocks = arena.Documents(terms, state, _blocks);
        while (_blocks.NextBlock())
            _documents.Add(_blocks.Docs);
    }
}
