using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Values;

/// <summary>One number for documents that a query matches, another one for the rest.</summary>
internal sealed class QueryMatchValueSource : ValueSource
{
    private readonly Query _query;
    private readonly double _value;
    private readonly double _otherwise;
    private readonly Weight? _weight;

    public QueryMatchValueSource(Query query, double value, double otherwise)
    {
        ArgumentNullException.ThrowIfNull(query);
        _query = query;
        _value = value;
        _otherwise = otherwise;
    }

    private QueryMatchValueSource(Query query, double value, double otherwise, Weight weight)
        : this(query, value, otherwise) => _weight = weight;

    // As Lucene prints the factor of a query; a float, as there.
    public override string ToString()
    {
        string value = QueryText.Number((float)_value);
        return _otherwise == 1 ? $"queryboost(score({_query}))^{value}" : $"if({_query}, {value}, {QueryText.Number((float)_otherwise)})";
    }

    internal override ValueSource Bind(IndexSearcher searcher) =>
        new QueryMatchValueSource(_query, _value, _otherwise, searcher.Rewrite(_query).CreateWeight(searcher, needsScores: false, 1f));

    internal override void AddCost(QueryCost cost) => _query.AddCost(cost);

    internal override LeafValues Open(Leaf leaf) =>
        new Choice(_weight!.Scorer(leaf) is { } scorer ? new MatchProbe(scorer) : null, _value, _otherwise);

    private protected override bool EqualsSameKind(ValueSource other)
    {
        var that = (QueryMatchValueSource)other;
        return _value.Equals(that._value) && _otherwise.Equals(that._otherwise) && _query.Equals(that._query);
    }

    private protected override int HashOfContent() => HashCode.Combine(_query, _value, _otherwise);

    private sealed class Choice(MatchProbe? probe, double matching, double otherwise) : LeafValues
    {
        public override bool TryGet(int docId, float score, out double value)
        {
            value = probe is not null && probe.Matches(docId) ? matching : otherwise;
            return true;
        }
    }
}
