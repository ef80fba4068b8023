namespace Search.Engine.Search.Scorers;

/// <summary>Documents of a required scorer; others add to the score where they match too.</summary>
/// <remarks>All are added in 64 bits, and the sum is rounded once.</remarks>
internal sealed class AdditiveScorer(Scorer required, Scorer[] additions) : Scorer
{
    public override int DocId => required.DocId;

    public override long Cost => required.Cost;

    public override int NextDoc() => required.NextDoc();

    public override int Advance(int target) => required.Advance(target);

    public override float Score()
    {
        double sum = required.Score();
        foreach (Scorer addition in additions)
        {
            if (addition.DocId < DocId)
                addition.Advance(DocId);
            if (addition.DocId == DocId)
                sum += addition.Score();
        }
        return (float)sum;
    }
}
