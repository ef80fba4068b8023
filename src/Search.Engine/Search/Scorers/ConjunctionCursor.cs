using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents on which several cursors meet.</summary>
internal sealed class ConjunctionCursor : DocIdCursor
{
    private readonly DocIdCursor[] _cursors;

    public ConjunctionCursor(IEnumerable<DocIdCursor> cursors) => _cursors = [.. cursors.OrderBy(cursor => cursor.Cost)];

    public override int DocId => _cursors[0].DocId;

    public override long Cost => _cursors[0].Cost;

    public override int NextDoc() => Meet(_cursors[0].NextDoc());

    public override int Advance(int target) => Meet(_cursors[0].Advance(target));

    private int Meet(int docId)
    {
        var agreed = 1;
        while (docId != NoMoreDocs && agreed < _cursors.Length)
        {
            DocIdCursor other = _cursors[agreed];
            int found = other.DocId < docId ? other.Advance(docId) : other.DocId;
            if (found == docId)
            {
                agreed++;
                continue;
            }
            docId = _cursors[0].Advance(found);
            agreed = 1;
        }
        return docId;
    }
}
