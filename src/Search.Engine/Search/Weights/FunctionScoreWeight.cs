using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Values;

namespace Search.Engine.Search.Weights;

/// <summary>The documents of another weight, scored by values.</summary>
internal sealed class FunctionScoreWeight : Weight
{
    private readonly Weight _inner;
    private readonly ValueSource _values;
    private readonly float _boost;

    public FunctionScoreWeight(FunctionScoreQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _inner = query.Query.CreateWeight(searcher, needsScores && query.Values.NeedsScores, 1f);
        _values = needsScores ? query.Values.Bind(searcher) : query.Values;
        _boost = boost;
    }

    public override Scorer? Scorer(Leaf leaf)
    {
        Scorer? scorer = _inner.Scorer(leaf);
        return scorer is null || !NeedsScores ? scorer : new FunctionScorer(scorer, Open(leaf));
    }

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena)
    {
        WindowScorer? scorer = _inner.WindowScorer(leaf, arena);
        return scorer is null || !NeedsScores ? scorer : new FunctionWindowScorer(scorer, Open(leaf), arena);
    }

    public override Explanation Explain(Leaf leaf, int docId)
    {
        Explanation score = _inner.Explain(leaf, docId);
        if (!score.IsMatch)
            return Explanation.NoMatch(Describe(docId));
        if (!NeedsScores)
            return Explanation.Match(0f, Describe(docId));
        Explanation value = _values.Explain(leaf, docId, score);
        return Explanation.Match(
            Open(leaf).Of(docId, score.Value),
            $"{Describe(docId)}: value times boost, 0 when that is nothing, negative or no number",
            _boost == 1f ? [value] : [value, Explanation.Match(_boost, "boost")]);
    }

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink) => _inner.CollectMatches(leaf, docId, sink);

    public override int QuickCount(Leaf leaf) => _inner.QuickCount(leaf);

    private FunctionScores Open(Leaf leaf) => new(_values.Open(leaf), _boost);
}
