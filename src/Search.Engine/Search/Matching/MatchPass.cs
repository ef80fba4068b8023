using Search.Engine.Index;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Matching;

/// <summary>Tells for document after document where a query matches; what it opens goes on from one to the next.</summary>
/// <remarks>One thread; documents ascend.</remarks>
public sealed class MatchPass
{
    private readonly IndexReader _reader;
    private readonly Weight _weight;
    private readonly MatchSink _sink;
    private Leaf? _leaf;
    private int _last = -1;

    internal MatchPass(IndexReader reader, Weight weight, string? field)
    {
        _reader = reader;
        _weight = weight;
        _sink = new MatchSink(field, keepsCursors: true);
    }

    /// <summary>The intervals that made a document match, in no order, one perhaps more than once; empty when it does not match. Valid until the next call.</summary>
    /// <param name="doc">Index-wide id; larger than that of the call before.</param>
    public ReadOnlySpan<MatchInterval> At(int doc)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(doc, _last);
        _last = doc;
        if (_leaf is null || doc >= _leaf.DocBase + _leaf.Reader.MaxDoc)
            _leaf = _reader.LeafOf(doc);
        _sink.Clear();
        return _weight.CollectMatches(_leaf, doc - _leaf.DocBase, _sink) ? _sink.Gathered : [];
    }
}
