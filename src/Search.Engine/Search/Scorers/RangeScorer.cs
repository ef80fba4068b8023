namespace Search.Engine.Search.Scorers;

/// <summary>Documents of another scorer in <c>[first, end)</c>.</summary>
internal sealed class RangeScorer(Scorer inner, int first, int end) : Scorer
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => Math.Min(inner.Cost, end - first);

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        target = Math.Max(target, first);
        int docId = target >= end ? NoMoreDocs : inner.DocId < target ? inner.Advance(target) : inner.DocId;
        return _docId = docId < end ? docId : NoMoreDocs;
    }

    public override float Score() => inner.Score();
}
