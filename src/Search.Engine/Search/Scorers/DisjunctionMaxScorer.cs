namespace Search.Engine.Search.Scorers;

/// <summary>Documents that any of several scorers has; the score is the best one and a share of the others.</summary>
internal sealed class DisjunctionMaxScorer(IEnumerable<Scorer> clauses, float tieBreaker) : DisjunctionScorer(clauses)
{
    public override float Score()
    {
        var best = 0f;
        var others = 0.0;
        foreach (Scorer clause in Clauses)
        {
            if (clause.DocId != DocId)
                continue;
            float score = clause.Score();
            if (score >= best)
                (score, best) = (best, score);
            others += score;
        }
        return (float)(best + others * tieBreaker);
    }
}
