using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>Alternatives of which the best one counts.</summary>
internal sealed class DisjunctionMaxWeight : Weight
{
    private readonly Weight[] _clauses;
    private readonly float _tieBreaker;

    public DisjunctionMaxWeight(DisjunctionMaxQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _clauses = [.. query.Disjuncts.Select(disjunct => disjunct.CreateWeight(searcher, needsScores, boost))];
        _tieBreaker = query.TieBreaker;
    }

    public override Scorer? Scorer(Leaf leaf)
    {
        List<Scorer> scorers = BooleanWeight.Open(_clauses, clause => clause.Scorer(leaf));
        return scorers.Count switch
        {
            0 => null,
            1 => scorers[0],
            _ => new DisjunctionMaxScorer(scorers, _tieBreaker),
        };
    }

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena)
    {
        List<WindowScorer> scorers = BooleanWeight.Open(_clauses, clause => clause.WindowScorer(leaf, arena));
        return scorers.Count switch
        {
            0 => null,
            1 => scorers[0],
            _ when !NeedsScores => new DisjunctionWindowScorer([.. scorers], leaf.Reader.MaxDoc, arena),
            _ => new DisjunctionMaxWindowScorer([.. scorers], _tieBreaker, arena),
        };
    }

    public override Explanation Explain(Leaf leaf, int docId)
    {
        List<Explanation> matching = [.. _clauses.Select(clause => clause.Explain(leaf, docId)).Where(part => part.IsMatch)];
        return ScoreOf(leaf, docId) is { } score
            ? Explanation.Match(score, $"{Describe(docId)}: the best of these and {_tieBreaker} times the others", matching)
            : Explanation.NoMatch(Describe(docId));
    }

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        var any = false;
        foreach (Weight clause in _clauses)
            any |= clause.CollectMatches(leaf, docId, sink);
        return any;
    }
}
