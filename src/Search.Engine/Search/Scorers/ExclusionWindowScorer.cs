namespace Search.Engine.Search.Scorers;

/// <summary>Documents of one scorer that another does not have.</summary>
internal sealed class ExclusionWindowScorer(WindowScorer required, WindowScorer excluded, WindowArena arena)
    : LedWindowScorer(required, excluded, arena)
{
    public override float MaxScore(int from, int upTo) => Leader.MaxScore(from, upTo);

    public override bool ListsDirectly => Leader.ListsDirectly;

    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        if (!(MinScore > 0) && !ListsDirectly)
            return base.List(from, to, window, list);
        int listed = ListLeader(MinScore, from, to, window, list);
        list.Found.Clear();
        Follower.Lookup(list, window);
        list.Keep(found: false);
        return listed;
    }

    protected override void Combine(ScoreWindow window, ScoreWindow common) => window.Subtract(common);
}
