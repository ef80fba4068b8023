using Search.Engine.Index;
using Search.Engine.Search.Proximity;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that have an interval, scored by the number and lengths of their intervals.</summary>
/// <param name="minExtent">The source's.</param>
/// <param name="scoring">Null when no scores are needed.</param>
internal sealed class IntervalScorer(IntervalMatcher matcher, int minExtent, IntervalScoring? scoring, float weight) : Scorer
{
    public override int DocId => matcher.Documents.DocId;

    public override long Cost => matcher.Documents.Cost;

    public override DocIdCursor Approximation => matcher.Documents;

    public override bool Matches() => matcher.Match();

    public override int NextDoc() => NextMatch(matcher.Documents.NextDoc());

    public override int Advance(int target) => NextMatch(matcher.Documents.Advance(target));

    public override float Score() => scoring?.Score(weight, IntervalScoring.Frequency(matcher.Intervals, minExtent)) ?? 0f;

    private int NextMatch(int docId)
    {
        while (docId != NoMoreDocs && !matcher.Match())
            docId = matcher.Documents.NextDoc();
        return docId;
    }
}
