using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of one scorer that another cursor does not have.</summary>
internal sealed class ExclusionScorer(Scorer required, DocIdCursor excluded) : Scorer
{
    public override int DocId => required.DocId;

    public override long Cost => required.Cost;

    public override int NextDoc() => NextAllowed(required.NextDoc());

    public override int Advance(int target) => NextAllowed(required.Advance(target));

    public override float Score() => required.Score();

    private int NextAllowed(int docId)
    {
        while (docId != NoMoreDocs)
        {
            if (excluded.DocId < docId)
                excluded.Advance(docId);
            if (excluded.DocId != docId)
                break;
            docId = required.NextDoc();
        }
        return docId;
    }
}
