using System.Numerics;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that at least so many of several scorers have; the score is the sum of those that match.</summary>
internal sealed class MinimumMatchWindowScorer : CompositeWindowScorer
{
    private readonly WindowScorer[] _clauses;
    private readonly int _minimum;
    private readonly ClauseCandidates _candidates;
    private readonly ScoreWindow _scratch;
    private readonly ushort[] _counts = new ushort[ScoreWindow.Size];

    public MinimumMatchWindowScorer(WindowScorer[] clauses, int minimum, WindowArena arena)
        : base(arena)
    {
        _clauses = clauses;
        _minimum = minimum;
        _candidates = new ClauseCandidates(clauses);
        _scratch = RentWindow();
        foreach (WindowScorer clause in clauses)
            Cost += clause.Cost;
    }

    public override long Cost { get; }

    public override int Seek(int target) => _candidates.Seek(target);

    public override void Score(int from, int to, ScoreWindow window)
    {
        _counts.AsSpan(from - window.Base, to - from).Clear();
        for (var i = 0; i < _clauses.Length; i++)
        {
            int start = _candidates.Next(i, from);
            if (start >= to)
                continue;
            _scratch.MoveTo(window.Base);
            _clauses[i].Score(start, to, _scratch);
            CountMatches(_scratch.Matches);
            window.AddAll(_scratch);
            _scratch.Clear();
        }
        DropRare(window);
    }

    private void CountMatches(ReadOnlySpan<ulong> matches)
    {
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
                _counts[(word << 6) + BitOperations.TrailingZeroCount(bits)]++;
        }
    }

    private void DropRare(ScoreWindow window)
    {
        ReadOnlySpan<ulong> matches = window.Matches;
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (_counts[slot] < _minimum)
                    window.Remove(window.Base + slot);
            }
        }
    }
}
