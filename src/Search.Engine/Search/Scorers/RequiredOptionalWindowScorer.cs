using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of a required scorer; an optional one adds to the score where it matches too.</summary>
/// <remarks>The two parts are rounded each and added as floats: search semantics notes, section 2.6.</remarks>
internal sealed class RequiredOptionalWindowScorer : CompositeWindowScorer
{
    private readonly WindowScorer _required;
    private readonly WindowScorer _optional;
    private readonly ScoreWindow _scratch;

    public RequiredOptionalWindowScorer(WindowScorer required, WindowScorer optional, WindowArena arena)
        : base(arena)
    {
        _required = required;
        _optional = optional;
        _scratch = RentWindow();
    }

    public override long Cost => _required.Cost;

    public override int Seek(int target) => _required.Seek(target);

    public override void Score(int from, int to, ScoreWindow window)
    {
        _required.Score(from, to, window);
        if (window.IsEmpty)
            return;
        _scratch.CopyMatches(window);
        _optional.Restrict(from, to, _scratch);
        AddFloats(window);
        _scratch.Clear();
    }

    public override float MaxScore(int from, int upTo) => _required.MaxScore(from, upTo) + _optional.MaxScore(from, upTo);

    private void AddFloats(ScoreWindow window)
    {
        ReadOnlySpan<ulong> both = _scratch.Matches;
        Span<double> sums = window.Scores;
        Span<double> optional = _scratch.Scores;
        for (var word = 0; word < both.Length; word++)
        {
            for (ulong bits = both[word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                sums[slot] = (float)sums[slot] + (float)optional[slot];
            }
        }
    }
}
