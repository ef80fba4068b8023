namespace Search.Engine.Search.Scorers;

/// <summary>Documents of one scorer that another does not have.</summary>
internal sealed class ExclusionWindowScorer(WindowScorer required, WindowScorer excluded, WindowArena arena)
    : LedWindowScorer(required, excluded, arena)
{
    public override float MaxScore(int from, int upTo) => Leader.MaxScore(from, upTo);

    protected override void Combine(ScoreWindow window, ScoreWindow common) => window.Subtract(common);
}
