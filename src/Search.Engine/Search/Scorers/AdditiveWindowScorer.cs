using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of a required scorer; another adds to the score where it matches too.</summary>
/// <param name="isSum">Whether the required scorer is one of these itself: its sums are added to without rounding.</param>
internal sealed class AdditiveWindowScorer(WindowScorer required, bool isSum, WindowScorer addition, WindowArena arena)
    : LedWindowScorer(required, addition, arena)
{
    // The leader's bound may have been rounded down where its sum is not.
    public override float MaxScore(int from, int upTo) => MathF.BitIncrement(Leader.MaxScore(from, upTo) + Follower.MaxScore(from, upTo));

    protected override void Combine(ScoreWindow window, ScoreWindow common)
    {
        if (!isSum)
            window.RoundScores();
        ReadOnlySpan<ulong> both = common.Matches;
        Span<double> sums = window.Scores;
        Span<double> additions = common.Scores;
        for (var word = 0; word < both.Length; word++)
        {
            for (ulong bits = both[word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                sums[slot] += (float)additions[slot];
            }
        }
    }
}
