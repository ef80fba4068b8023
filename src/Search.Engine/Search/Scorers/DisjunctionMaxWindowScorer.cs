using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that any of several scorers has; the score is the best one and a share of the others.</summary>
internal sealed class DisjunctionMaxWindowScorer(WindowScorer[] clauses, float tieBreaker, WindowArena arena)
    : AlternativesWindowScorer(clauses, arena)
{
    private readonly float[] _best = arena.RentFloats();

    public override long LeastMatches => LeastWithAny;

    // While clauses are added the window's sums hold the scores other than the best.
    public override void Score(int from, int to, ScoreWindow window)
    {
        _best.AsSpan(from - window.Base, to - from).Clear();
        AddClauses(from, to, window);
        Combine(window);
    }

    protected override void AddScratch(ScoreWindow window)
    {
        Span<ulong> matches = window.Matches;
        Span<double> others = window.Scores;
        for (var word = 0; word < matches.Length; word++)
        {
            ulong bits = Scratch.Matches[word];
            matches[word] |= bits;
            for (; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                var score = (float)Scratch.Scores[slot];
                if (score >= _best[slot])
                    (score, _best[slot]) = (_best[slot], score);
                others[slot] += score;
            }
        }
    }

    private void Combine(ScoreWindow window)
    {
        Span<double> sums = window.Scores;
        ReadOnlySpan<ulong> matches = window.Matches;
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                sums[slot] = (float)(_best[slot] + sums[slot] * tieBreaker);
            }
        }
    }
}
