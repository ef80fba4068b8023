using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Values;

/// <summary>The score times a value; the score itself where a document has none.</summary>
internal sealed class BoostedScoreValueSource(ValueSource factor) : ValueSource
{
    private readonly ValueSource _factor = factor;

    internal override bool NeedsScores => true;

    public override string ToString() => $"boost({_factor})";

    internal override ValueSource Bind(IndexSearcher searcher) => new BoostedScoreValueSource(_factor.Bind(searcher));

    internal override void AddCost(QueryCost cost) => _factor.AddCost(cost);

    internal override LeafValues Open(Leaf leaf) => new Boosted(_factor.Open(leaf));

    internal override Explanation Explain(Leaf leaf, int docId, Explanation score)
    {
        Explanation boost = _factor.Explain(leaf, docId, score);
        return Explain(leaf, docId, score, boost.IsMatch ? [score, boost] : [score]);
    }

    private protected override bool EqualsSameKind(ValueSource other) => _factor.Equals(((BoostedScoreValueSource)other)._factor);

    private protected override int HashOfContent() => _factor.GetHashCode();

    private sealed class Boosted(LeafValues factor) : LeafValues
    {
        public override bool TryGet(int docId, float score, out double value)
        {
            value = factor.TryGet(docId, score, out double boost) ? score * boost : score;
            return true;
        }
    }
}
