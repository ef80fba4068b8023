using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of a cursor that pass a test, all with one score.</summary>
/// <param name="passes">Asked once about the document on which the cursor stands.</param>
internal sealed class FilteredScorer(DocIdCursor candidates, Func<bool> passes, float score) : Scorer
{
    public override int DocId => candidates.DocId;

    public override long Cost => candidates.Cost;

    public override DocIdCursor Approximation => candidates;

    public override int NextDoc() => Settle(candidates.NextDoc());

    public override int Advance(int target) => Settle(candidates.Advance(target));

    public override bool Matches() => passes();

    public override float Score() => score;

    private int Settle(int docId)
    {
        while (docId != NoMoreDocs && !passes())
            docId = candidates.NextDoc();
        return docId;
    }
}
