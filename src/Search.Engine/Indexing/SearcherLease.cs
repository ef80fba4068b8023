using Search.Engine.Search;

namespace Search.Engine.Indexing;

/// <summary>A searcher that stays valid until this is disposed.</summary>
/// <remarks>For one thread; the searcher itself is shareable.</remarks>
public sealed class SearcherLease : IDisposable
{
    private IndexSearcher? _searcher;

    internal SearcherLease(IndexSearcher searcher) => _searcher = searcher;

    /// <summary>The searcher.</summary>
    /// <exception cref="ObjectDisposedException">The lease was given back.</exception>
    public IndexSearcher Searcher
    {
        get
        {
            ObjectDisposedException.ThrowIf(_searcher is null, this);
            return _searcher;
        }
    }

    /// <summary>Gives the searcher back; calling it again does nothing.</summary>
    public void Dispose()
    {
        IndexSearcher? searcher = _searcher;
        _searcher = null;
        searcher?.Reader.Release();
    }
}
