using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents that at least so many of several cursors have.</summary>
/// <remarks>A heap by document, so that a step costs the cursors that move and not all of them.</remarks>
internal sealed class DisjunctionCursor : DocIdCursor
{
    private readonly PriorityQueue<DocIdCursor, int> _cursors;
    private readonly List<DocIdCursor> _matching = [];
    private readonly int _minimum;
    private int _docId = -1;

    public DisjunctionCursor(IReadOnlyCollection<DocIdCursor> cursors, int minimum = 1)
    {
        _minimum = minimum;
        _cursors = new PriorityQueue<DocIdCursor, int>(cursors.Count);
        foreach (DocIdCursor cursor in cursors)
        {
            _cursors.Enqueue(cursor, cursor.DocId);
            Cost += cursor.Cost;
        }
    }

    public override int DocId => _docId;

    public override long Cost { get; }

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        int docId = Lowest(target);
        while (docId != NoMoreDocs && !HasEnough(docId))
            docId = Lowest(docId + 1);
        return _docId = docId;
    }

    private int Lowest(int target)
    {
        while (_cursors.TryPeek(out DocIdCursor? cursor, out int docId))
        {
            if (docId >= target)
                return docId;
            _cursors.DequeueEnqueue(cursor, cursor.Advance(target));
        }
        return NoMoreDocs;
    }

    private bool HasEnough(int docId)
    {
        if (_minimum <= 1)
            return true;
        while (_matching.Count < _minimum && Lowest(docId) == docId)
            _matching.Add(_cursors.Dequeue());
        bool enough = _matching.Count >= _minimum;
        foreach (DocIdCursor cursor in _matching)
            _cursors.Enqueue(cursor, docId);
        _matching.Clear();
        return enough;
    }
}
