using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of a required scorer; an optional one adds to the score where it matches too.</summary>
/// <remarks>The two parts are rounded each and added as floats: search semantics notes, section 2.6.</remarks>
internal sealed class RequiredOptionalWindowScorer(WindowScorer required, WindowScorer optional, WindowArena arena)
    : LedWindowScorer(required, optional, arena)
{
    public override float MaxScore(int from, int upTo) => Leader.MaxScore(from, upTo) + Follower.MaxScore(from, upTo);

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
