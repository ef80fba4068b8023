using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Weights;

/// <summary>A query whose scores others add to.</summary>
internal sealed class AdditiveWeight : Weight
{
    private readonly Weight _required;
    private readonly Weight[] _additions;

    public AdditiveWeight(AdditiveQuery query, IndexSearcher searcher, bool needsScores, float boost)
        : base(query, needsScores)
    {
        _required = query.Query.CreateWeight(searcher, needsScores, boost);
        _additions = [.. query.Additions.Select(addition => addition.CreateWeight(searcher, needsScores, boost))];
    }

    private Weight[] Scoring => NeedsScores ? _additions : [];

    public override Scorer? Scorer(Leaf leaf) => _required.Scorer(leaf) is { } required
        ? new AdditiveScorer(required, [.. BooleanWeight.Open(Scoring, addition => addition.Scorer(leaf))])
        : null;

    public override WindowScorer? WindowScorer(Leaf leaf, WindowArena arena)
    {
        if (_required.WindowScorer(leaf, arena) is not { } sum)
            return null;
        // The first rounds what the query itself has added up; all others add to the sum as it stands.
        var isSum = false;
        foreach (WindowScorer addition in BooleanWeight.Open(Scoring, addition => addition.WindowScorer(leaf, arena)))
        {
            sum = new AdditiveWindowScorer(sum, isSum, addition, arena);
            isSum = true;
        }
        return sum;
    }

    public override Explanation Explain(Leaf leaf, int docId) => ScoreOf(leaf, docId) is { } score
        ? Explanation.Match(score, $"{Describe(docId)}: sum of", [.. _additions.Prepend(_required).Select(part => part.Explain(leaf, docId)).Where(part => part.IsMatch)])
        : Explanation.NoMatch(Describe(docId));

    public override bool CollectMatches(Leaf leaf, int docId, MatchSink sink)
    {
        if (!_required.CollectMatches(leaf, docId, sink))
            return false;
        foreach (Weight addition in _additions)
            addition.CollectMatches(leaf, docId, sink);
        return true;
    }

    public override int QuickCount(Leaf leaf) => _required.QuickCount(leaf);
}
