using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Values;

/// <summary>The score of another query; documents that it does not match have no value.</summary>
internal sealed class QueryScoreValueSource : ValueSource
{
    private readonly Query _query;
    private readonly Weight? _weight;

    public QueryScoreValueSource(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        _query = query;
    }

    private QueryScoreValueSource(Query query, Weight weight)
        : this(query) => _weight = weight;

    public override string ToString() => $"score({_query})";

    internal override ValueSource Bind(IndexSearcher searcher) =>
        new QueryScoreValueSource(_query, searcher.Rewrite(_query).CreateWeight(searcher, needsScores: true, 1f));

    internal override void AddCost(QueryCost cost) => _query.AddCost(cost);

    internal override LeafValues Open(Leaf leaf) => new Scores(_weight!.Scorer(leaf));

    internal override Explanation Explain(Leaf leaf, int docId, Explanation score) => _weight!.Explain(leaf, docId);

    private protected override bool EqualsSameKind(ValueSource other) => _query.Equals(((QueryScoreValueSource)other)._query);

    private protected override int HashOfContent() => _query.GetHashCode();

    private sealed class Scores(Scorer? scorer) : LeafValues
    {
        private readonly MatchProbe? _probe = scorer is null ? null : new MatchProbe(scorer);

        public override bool TryGet(int docId, float score, out double value)
        {
            bool matches = _probe is not null && _probe.Matches(docId);
            value = matches ? scorer!.Score() : 0;
            return matches;
        }
    }
}
