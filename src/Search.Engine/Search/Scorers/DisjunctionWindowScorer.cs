namespace Search.Engine.Search.Scorers;

/// <summary>Documents that any of several scorers has; the score is the sum.</summary>
internal sealed class DisjunctionWindowScorer(WindowScorer[] clauses, WindowArena arena) : AlternativesWindowScorer(clauses, arena)
{
    public override void Score(int from, int to, ScoreWindow window) => AddClauses(from, to, window);

    public override float MaxScore(int from, int upTo)
    {
        var sum = 0.0;
        foreach (WindowScorer clause in Clauses)
            sum += clause.MaxScore(from, upTo);
        return ScoreBounds.OfSum(sum, Clauses.Length);
    }

    // What adds float by float needs no window of its own.
    protected override void AddClause(WindowScorer clause, int from, int to, ScoreWindow window)
    {
        if (clause.Accumulates)
            clause.Score(from, to, window);
        else
            base.AddClause(clause, from, to, window);
    }

    protected override void AddScratch(ScoreWindow window) => window.AddAll(Scratch);
}
