using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents in which places of words fit a rule.</summary>
/// <param name="candidates">Documents that have what is required.</param>
/// <param name="similarity">Null: the number of matches is the score.</param>
internal sealed class OccurrenceScorer(
    DocIdCursor candidates, DocumentOccurrences document, OccurrenceJudge judge, float boost, SimScorer? similarity, SegmentNorms? norms) : Scorer
{
    public override int DocId => candidates.DocId;

    public override long Cost => candidates.Cost;

    public override DocIdCursor Approximation => candidates;

    /// <summary>How often the rule matches in the current document.</summary>
    public int Count { get; private set; }

    public override bool Matches()
    {
        document.MoveTo(candidates.DocId);
        Count = judge.Count(document);
        return Count > 0;
    }

    public override int NextDoc() => NextMatch(candidates.NextDoc());

    public override int Advance(int target) => NextMatch(candidates.Advance(target));

    public override float Score() => similarity is null ? boost * Count : similarity.Score(Count, norms!.Of(DocId));

    /// <summary>What took part in the matches of the current document.</summary>
    public void CollectMarks(List<Occurrence> marks) => judge.CollectMarks(document, marks);

    private int NextMatch(int docId)
    {
        while (docId != NoMoreDocs && !Matches())
            docId = candidates.NextDoc();
        return docId;
    }
}
