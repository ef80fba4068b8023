namespace Search.Engine.Search.Scorers;

/// <summary>A scorer that decides where to look and a follower that is only asked about the leader's documents.</summary>
internal abstract class LedWindowScorer : CompositeWindowScorer
{
    private readonly ScoreWindow _common;

    protected LedWindowScorer(WindowScorer leader, WindowScorer follower, WindowArena arena)
        : base(arena)
    {
        Leader = leader;
        Follower = follower;
        _common = RentWindow();
    }

    public override long Cost => Leader.Cost;

    protected WindowScorer Leader { get; }

    protected WindowScorer Follower { get; }

    /// <summary>What <see cref="SetMinCompetitiveScore"/> was told.</summary>
    protected float MinScore { get; private set; }

    public override int Seek(int target) => Leader.Seek(target);

    public override int StretchEnd(int from) => Leader.StretchEnd(from);

    public override void SetMinCompetitiveScore(float minScore) => MinScore = minScore;

    public override void Score(int from, int to, ScoreWindow window)
    {
        Leader.Score(from, to, window);
        if (window.IsEmpty)
            return;
        _common.CopyMatches(window);
        Follower.Restrict(from, to, _common);
        Combine(window, _common);
        _common.Clear();
    }

    /// <summary>Lists what the leader has and scores at least its share.</summary>
    protected int ListLeader(float share, int from, int to, ScoreWindow window, Candidates list)
    {
        Leader.SetMinCompetitiveScore(share);
        int listed = Leader.List(from, to, window, list);
        Leader.SetMinCompetitiveScore(0f);
        return listed;
    }

    /// <summary>Brings together what the leader found and what both have.</summary>
    /// <param name="window">The leader's documents and scores.</param>
    /// <param name="common">The documents that both have, with the follower's scores.</param>
    protected abstract void Combine(ScoreWindow window, ScoreWindow common);
}
