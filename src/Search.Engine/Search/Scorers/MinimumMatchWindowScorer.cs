using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that at least so many of several scorers have; the score is the sum of those that match.</summary>
internal class MinimumMatchWindowScorer(WindowScorer[] clauses, int minimum, WindowArena arena) : AlternativesWindowScorer(clauses, arena)
{
    private readonly int[] _counts = arena.RentDocs();

    public override void Score(int from, int to, ScoreWindow window)
    {
        _counts.AsSpan(from - window.Base, to - from).Clear();
        AddClauses(from, to, window);
        DropRare(window);
    }

    protected override void AddScratch(ScoreWindow window)
    {
        CountMatches(Scratch.Matches);
        window.AddAll(Scratch);
    }

    /// <summary>How many clauses match, by slot of the window.</summary>
    protected ReadOnlySpan<int> Counts => _counts;

    /// <summary>Takes out what too few clauses match.</summary>
    protected virtual void DropRare(ScoreWindow window)
    {
        ReadOnlySpan<ulong> matches = window.Matches;
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (_counts[slot] < minimum)
                    window.Remove(window.Base + slot);
            }
        }
    }

    private void CountMatches(ReadOnlySpan<ulong> matches)
    {
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
                _counts[(word << 6) + BitOperations.TrailingZeroCount(bits)]++;
        }
    }
}
