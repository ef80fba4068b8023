using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;
using Search.Engine.Search.Values;

namespace Search.Engine.Search.Weights;

/// <summary>Documents that as many of several weights match as each document asks for.</summary>
internal sealed class CoveringWeight : Weight
{
    private readonly Weight[] _clauses;
    private readonly ValueSource _minimum;

    public CoveringWeight(CoveringQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _clauses = [.. query.Queries.Select(clause => clause.CreateWeight(searcher, needsScores, boost))];
        _minimum = query.Minimum.Bind(searcher);
    }

    public override Scorer? Scorer(Leaf leaf)
    {
        List<Scorer> scorers = BooleanWeight.Open(_clauses, clause => clause.Scorer(leaf));
        return scorers.Count == 0 ? null : new CoveringScorer(scorers, new MinimumMatches(_minimum.Open(leaf)));
    }

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena)
    {
        List<WindowScorer> scorers = BooleanWeight.Open(_clauses, clause => clause.WindowScorer(leaf, arena));
        return scorers.Count == 0 ? null : new CoveringWindowScorer([.. scorers], new MinimumMatches(_minimum.Open(leaf)), arena);
    }

    public override Explanation Explain(Leaf leaf, int docId)
    {
        List<Explanation> matching = [.. _clauses.Select(clause => clause.Explain(leaf, docId)).Where(part => part.IsMatch)];
        return ScoreOf(leaf, docId) is { } score
            ? Explanation.Match(score, $"{Describe(docId)}: {matching.Count} of {_clauses.Length} match, sum of", matching)
            : Explanation.NoMatch($"{Describe(docId)}: {matching.Count} of {_clauses.Length} match");
    }

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        int mark = sink.Mark;
        var count = 0;
        foreach (Weight clause in _clauses)
            count += clause.CollectMatches(leaf, docId, sink) ? 1 : 0;
        if (count >= new MinimumMatches(_minimum.Open(leaf)).Of(docId))
            return true;
        sink.Rollback(mark);
        return false;
    }
}
