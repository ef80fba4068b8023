using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of another scorer, scored by values.</summary>
internal sealed class FunctionWindowScorer : CompositeWindowScorer
{
    private readonly WindowScorer _inner;
    private readonly FunctionScores _scores;
    private readonly ScoreWindow _own;

    public FunctionWindowScorer(WindowScorer inner, FunctionScores scores, WindowArena arena)
        : base(arena)
    {
        _inner = inner;
        _scores = scores;
        _own = RentWindow();
    }

    public override long Cost => _inner.Cost;

    public override int Seek(int target) => _inner.Seek(target);

    public override void Score(int from, int to, ScoreWindow window)
    {
        _inner.Score(from, to, window);
        Replace(window);
    }

    // Only the candidates are scored.
    public override void Restrict(int from, int to, ScoreWindow window)
    {
        _own.CopyMatches(window);
        _inner.Restrict(from, to, _own);
        Replace(_own);
        window.Intersect(_own);
        _own.Clear();
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
