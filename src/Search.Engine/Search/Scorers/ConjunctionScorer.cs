namespace Search.Engine.Search.Scorers;

/// <summary>Documents that all of several scorers have; the score is the sum of the scoring ones.</summary>
internal sealed class ConjunctionScorer : Scorer
{
    private readonly ConjunctionCursor _cursor;
    private readonly Scorer[] _scoring;

    /// <param name="scoring">Those of <paramref name="required"/> whose scores count.</param>
    public ConjunctionScorer(IEnumerable<Scorer> required, IEnumerable<Scorer> scoring)
    {
        _cursor = new ConjunctionCursor(required);
        _scoring = [.. scoring];
    }

    public override int DocId => _cursor.DocId;

    public override long Cost => _cursor.Cost;

    public override int NextDoc() => _cursor.NextDoc();

    public override int Advance(int target) => _cursor.Advance(target);

    public override float Score()
    {
        var sum = 0.0;
        foreach (Scorer scorer in _scoring)
            sum += scorer.Score();
        return (float)sum;
    }
}
