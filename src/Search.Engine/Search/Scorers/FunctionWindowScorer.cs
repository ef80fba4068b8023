using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of another scorer, scored by values.</summary>
internal sealed class FunctionWindowScorer : CompositeWindowScorer
{
    private readonly WindowScorer _inner;
    private readonly FunctionScores _scores;

    public FunctionWindowScorer(WindowScorer inner, FunctionScores scores, WindowArena arena)
        : base(arena)
    {
        _inner = inner;
        _scores = scores;
    }

    public override long Cost => _inner.Cost;

    public override int Seek(int target) => _inner.Seek(target);

    public override void Score(int from, int to, ScoreWindow window)
    {
        _inner.Score(from, to, window);
        Replace(window);
    }

    // Only the candidates are scored.
    public override void Find(int from, int to, ScoreWindow window, Span<ulong> found)
    {
        ScoreWindow own = OwnWindow(window);
        own.CopyMatches(window);
        _inner.Restrict(from, to, own);
        Replace(own);
        window.AddCommon(own, found);
        own.Clear();
    }

    private void Replace(ScoreWindow window)
    {
        ReadOnlySpan<ulong> matches = window.Matches;
        Span<double> sums = window.Scores;
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                sums[slot] = _scores.Of(window.Base + slot, (float)sums[slot]);
            }
        }
    }
}
