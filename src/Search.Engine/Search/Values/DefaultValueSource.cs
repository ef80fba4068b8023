using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Values;

/// <summary>The values of a source, and one number for documents that have none.</summary>
internal sealed class DefaultValueSource(ValueSource source, double missing) : ValueSource
{
    private readonly ValueSource _source = source;
    private readonly double _missing = missing;

    internal override bool NeedsScores => _source.NeedsScores;

    public override string ToString() => $"default({_source}, {QueryText.Number(_missing)})";

    internal override ValueSource Bind(IndexSearcher searcher) => new DefaultValueSource(_source.Bind(searcher), _missing);

    internal override void AddCost(QueryCost cost) => _source.AddCost(cost);

    internal override LeafValues Open(Leaf leaf) => new WithDefault(_source.Open(leaf), _missing);

    internal override Explanation Explain(Leaf leaf, int docId, Explanation score)
    {
        Explanation value = _source.Explain(leaf, docId, score);
        return Explain(leaf, docId, score, value.IsMatch ? [value] : []);
    }

    private protected override bool EqualsSameKind(ValueSource other)
    {
        var that = (DefaultValueSource)other;
        return _missing.Equals(that._missing) && _source.Equals(that._source);
    }

    private protected override int HashOfContent() => HashCode.Combine(_source, _missing);

    private sealed class WithDefault(LeafValues values, double missing) : LeafValues
    {
        public override bool TryGet(int docId, float score, out double value)
        {
            if (!values.TryGet(docId, score, out value))
                value = missing;
            return true;
        }
    }
}
