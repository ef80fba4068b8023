using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that as many of several scorers have as each document asks for; the score is the sum of those that match.</summary>
internal sealed class CoveringWindowScorer(WindowScorer[] clauses, MinimumMatches minimum, WindowArena arena)
    : MinimumMatchWindowScorer(clauses, 1, arena)
{
    protected override void DropRare(ScoreWindow window)
    {
        ReadOnlySpan<ulong> matches = window.Matches;
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (Counts[slot] < minimum.Of(window.Base + slot))
                    window.Remove(window.Base + slot);
            }
        }
    }
}
