using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Every document of a segment.</summary>
internal sealed class AllDocsCursor(int maxDoc) : DocIdCursor
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => maxDoc;

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target) => _docId = target < maxDoc ? target : NoMoreDocs;
}
