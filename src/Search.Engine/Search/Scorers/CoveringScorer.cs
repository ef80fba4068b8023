namespace Search.Engine.Search.Scorers;

/// <summary>Documents that as many of several scorers have as each document asks for; the score is the sum of those that match.</summary>
internal sealed class CoveringScorer(IEnumerable<Scorer> clauses, MinimumMatches minimum) : DisjunctionScorer(clauses)
{
    protected override int MinimumOf(int docId) => minimum.Of(docId);
}
