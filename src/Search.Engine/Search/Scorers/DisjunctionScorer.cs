namespace Search.Engine.Search.Scorers;

/// <summary>Documents that at least so many of several scorers have; the score is the sum of those that match.</summary>
/// <remarks>Looks at every clause for every document: the definition, not the way to run many clauses.</remarks>
internal class DisjunctionScorer : Scorer
{
    private readonly Scorer[] _clauses;
    private readonly int _minimum;
    private int _docId = -1;

    public DisjunctionScorer(IEnumerable<Scorer> clauses, int minimum = 1)
    {
        _clauses = [.. clauses];
        _minimum = minimum;
        foreach (Scorer clause in _clauses)
            Cost += clause.Cost;
    }

    public override int DocId => _docId;

    public override long Cost { get; }

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        int next = Lowest(target);
        while (next != NoMoreDocs && CountAt(next) < MinimumOf(next))
            next = Lowest(next + 1);
        return _docId = next;
    }

    public override float Score()
    {
        var sum = 0.0;
        foreach (Scorer clause in _clauses)
        {
            if (clause.DocId == _docId)
                sum += clause.Score();
        }
        return (float)sum;
    }

    /// <summary>All clauses in order; those that match stand on the current document.</summary>
    protected ReadOnlySpan<Scorer> Clauses => _clauses;

    /// <summary>How many clauses must match at a document; asked for ascending ones.</summary>
    protected virtual int MinimumOf(int docId) => _minimum;

    private int Lowest(int target)
    {
        int lowest = NoMoreDocs;
        foreach (Scorer clause in _clauses)
            lowest = Math.Min(lowest, clause.DocId < target ? clause.Advance(target) : clause.DocId);
        return lowest;
    }

    private int CountAt(int docId)
    {
        var count = 0;
        foreach (Scorer clause in _clauses)
        {
            if (clause.DocId == docId)
                count++;
        }
        return count;
    }
}
