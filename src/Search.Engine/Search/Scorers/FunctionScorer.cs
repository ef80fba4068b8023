using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of another scorer, scored by values.</summary>
internal sealed class FunctionScorer(Scorer inner, FunctionScores scores) : Scorer
{
    public override int DocId => inner.DocId;

    public override long Cost => inner.Cost;

    public override DocIdCursor Approximation => inner.Approximation;

    public override int NextDoc() => inner.NextDoc();

    public override int Advance(int target) => inner.Advance(target);

    public override bool Matches() => inner.Matches();

    public override float Score() => scores.Of(inner.DocId, inner.Score());
}
