using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of a required scorer; an optional one adds to the score where it matches too.</summary>
/// <remarks>The two parts are rounded each and added as floats: search semantics notes, section 2.6.</remarks>
internal sealed class RequiredOptionalWindowScorer(WindowScorer required, WindowScorer optional, WindowArena arena)
    : LedWindowScorer(required, optional, arena)
{
    private readonly Candidates _additions = arena.RentList();

    public override bool ListsDirectly => Leader.ListsDirectly;

    public override long LeastMatches => Leader.LeastMatches;

    public override int List(int from, int to, ScoreWindow window, Candidates list)
    {
        if (MinScore > 0)
            return ListCompetitive(from, to, window, list);
        if (!ListsDirectly)
            return base.List(from, to, window, list);
        int listed = ListLeader(0f, from, to, window, list);
        AddOptional(list, window);
        return listed;
    }

    public override float MaxScore(int from, int upTo) => Leader.MaxScore(from, upTo) + Follower.MaxScore(from, upTo);

    private int ListCompetitive(int from, int to, ScoreWindow window, Candidates list)
    {
        int end = Math.Min(Leader.StretchEnd(from), to);
        float most = Follower.MaxScore(from, end - 1);
        if (ScoreBounds.Cut(MinScore, (double)Leader.MaxScore(from, end - 1) + most) > 0)
            return end;
        int listed = ListLeader(ScoreBounds.Share(MinScore, most), from, end, window, list);
        AddOptional(list, window);
        return listed;
    }

    private void AddOptional(Candidates list, ScoreWindow window)
    {
        if (!Leader.Accumulates)
            list.Round();
        Follower.LookupBeside(list, _additions, window, ScoreBounds.Cut(MinScore, 0));
        for (var i = 0; i < list.Count; i++)
            list.Sums[i] = (float)list.Sums[i] + (float)_additions.Sums[i];
        list.DropBelow(ScoreBounds.Cut(MinScore, 0));
    }

    protected override void Combine(ScoreWindow window, ScoreWindow common)
    {
        ReadOnlySpan<ulong> both = common.Matches;
        Span<double> sums = window.Scores;
        Span<double> additions = common.Scores;
        for (var word = 0; word < both.Length; word++)
        {
            for (ulong bits = both[word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                sums[slot] = (float)sums[slot] + (float)additions[slot];
            }
        }
    }
}
