using Search.Engine.Search;

namespace Search.Engine.Indexing.Readers;

/// <summary>A searcher and which changes it shows.</summary>
/// <param name="Searcher">Over a reader that the owner of this disposes.</param>
/// <param name="Sequence">All changes up to this number are in it.</param>
internal sealed record OpenSearcher(IndexSearcher Searcher, long Sequence);
