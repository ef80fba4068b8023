using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of a cursor, all with one score.</summary>
internal sealed class ConstantScorer(DocIdCursor cursor, float score) : Scorer
{
    public override int DocId => cursor.DocId;

    public override long Cost => cursor.Cost;

    public override int NextDoc() => cursor.NextDoc();

    public override int Advance(int target) => cursor.Advance(target);

    public override float Score() => score;

    public override DocIdCursor Approximation => cursor is Scorer scorer ? scorer.Approximation : this;

    public override bool Matches() => cursor is not Scorer scorer || scorer.Matches();
}
