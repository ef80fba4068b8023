using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Matching;

/// <summary>Tells for single documents where a query matches: what marks in snippets are made from.</summary>
/// <remarks>Shareable; made by <see cref="IndexSearcher.MatchesOf"/> once for all hits of a page.</remarks>
public sealed class QueryMatches
{
    private readonly IndexReader _reader;
    private readonly Weight _weight;

    internal QueryMatches(IndexReader reader, Query query, Weight weight)
    {
        _reader = reader;
        _weight = weight;
        Query = query;
    }

    /// <summary>The query that matches.</summary>
    public Query Query { get; }

    /// <summary>The intervals that made a document match, distinct and by start; empty when it does not match.</summary>
    /// <param name="field">The only field that is wanted; null: all.</param>
    public IReadOnlyList<MatchInterval> At(int doc, string? field = null)
    {
        Leaf leaf = _reader.LeafOf(doc);
        var sink = new MatchSink(field);
        return _weight.CollectMatches(leaf, doc - leaf.DocBase, sink) ? sink.Sorted() : [];
    }

    /// <summary>The same for many documents in ascending order, quicker than one by one.</summary>
    /// <param name="field">The only field that is wanted; null: all.</param>
    public MatchPass Pass(string? field = null) => new(_reader, _weight, field);
}
