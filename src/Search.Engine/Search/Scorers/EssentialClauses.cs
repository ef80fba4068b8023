namespace Search.Engine.Search.Scorers;

/// <summary>
/// Divides the clauses of a disjunction for a range of documents: those that cannot reach the minimum even together, and the
/// essential ones, of which a competitive document has at least one (MAXSCORE).
/// </summary>
/// <remarks>Clauses are spoken of by their rank: the fewer points a clause gives for its documents, the lower.</remarks>
internal sealed class EssentialClauses
{
    private readonly WindowScorer[] _clauses;
    private readonly ClauseCandidates _candidates;
    private readonly int[] _order;
    private readonly float[] _bounds;
    private readonly double[] _sums;

    // By clause: one by its cost, and its bound for its cost.
    private readonly double[] _rarity;
    private readonly double[] _worth;

    public EssentialClauses(WindowScorer[] clauses, ClauseCandidates candidates)
    {
        _clauses = clauses;
        _candidates = candidates;
        _order = new int[clauses.Length];
        _bounds = new float[clauses.Length];
        _sums = new double[clauses.Length + 1];
        _rarity = new double[clauses.Length];
        _worth = new double[clauses.Length];
        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
            _rarity[i] = 1.0 / Math.Max(clauses[i].Cost, 1);
        }
    }

    /// <summary>The lowest rank that is essential; the number of clauses when no document can compete.</summary>
    public int First { get; private set; }

    /// <summary>The clause of a rank.</summary>
    public int this[int rank] => _order[rank];

    /// <summary>What the clauses below a rank add at most.</summary>
    public double BoundBelow(int rank) => _sums[rank];

    /// <summary>What all clauses but one add at most.</summary>
    public double BoundWithout(int clause) => _sums[^1] - _bounds[clause];

    /// <summary>Divides the clauses for <c>[from, to)</c>.</summary>
    public void Divide(int from, int to, float minScore)
    {
        for (var i = 0; i < _clauses.Length; i++)
        {
            _bounds[i] = _candidates.IsBehind(i, to) ? 0f : _clauses[i].MaxScore(from, to - 1);
            _worth[i] = _bounds[i] * _rarity[i];
        }
        Rank();
        First = 0;
        for (var rank = 0; rank < _order.Length; rank++)
        {
            _sums[rank + 1] = _sums[rank] + _bounds[_order[rank]];
            if (ScoreBounds.Cut(minScore, _sums[rank + 1]) > 0)
                First = rank + 1;
        }
    }

    // Nearly in order from the window before: insertion sort.
    private void Rank()
    {
        for (var rank = 1; rank < _order.Length; rank++)
        {
            int clause = _order[rank];
            int place = rank;
            for (; place > 0 && _worth[clause] < _worth[_order[place - 1]]; place--)
                _order[place] = _order[place - 1];
            _order[place] = clause;
        }
    }
}
