namespace Search.Engine.Search.Scorers;

/// <summary>Documents of a required scorer; an optional one adds to the score where it matches too.</summary>
/// <remarks>The two scores are added as floats: search semantics notes, section 2.6.</remarks>
internal sealed class RequiredOptionalScorer(Scorer required, Scorer optional) : Scorer
{
    public override int DocId => required.DocId;

    public override long Cost => required.Cost;

    public override int NextDoc() => required.NextDoc();

    public override int Advance(int target) => required.Advance(target);

    public override float Score()
    {
        float score = required.Score();
        if (optional.DocId < DocId)
            optional.Advance(DocId);
        return optional.DocId == DocId ? score + optional.Score() : score;
    }
}
