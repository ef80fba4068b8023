using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents of another scorer that score enough in it.</summary>
internal sealed class MinimumScoreScorer(Scorer inner, float minimum, float boost) : Scorer
{
    private float _score;

    public override int DocId => inner.DocId;

    public override long Cost => inner.Cost;

    public override DocIdCursor Approximation => inner.Approximation;

    public override bool Matches() => inner.Matches() && IsEnough();

    public override int NextDoc() => NextMatch(inner.NextDoc());

    public override int Advance(int target) => NextMatch(inner.Advance(target));

    public override float Score() => _score * boost;

    private bool IsEnough()
    {
        _score = inner.Score();
        return _score >= minimum;
    }

    private int NextMatch(int docId)
    {
        while (docId != NoMoreDocs && !IsEnough())
            docId = inner.NextDoc();
        return docId;
    }
}
