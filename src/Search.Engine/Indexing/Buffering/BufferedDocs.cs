using Search.Engine.Index;

namespace Search.Engine.Indexing.Buffering;

/// <summary>Walks a list of ascending document ids: the moving part of every cursor over a buffered column.</summary>
internal sealed class BufferedDocs(BufferList<int> docIds)
{
    private int _index = -1;

    /// <summary>Place in the list of the current document's value, or of the first document beyond it.</summary>
    public int Index => _index;

    public int DocId { get; private set; } = -1;

    public int Count => docIds.Count;

    public int NextDoc() => Advance(DocId + 1);

    public int Advance(int target)
    {
        MoveTo(target);
        return DocId = _index < docIds.Count ? docIds[_index] : DocIdCursor.NoMoreDocs;
    }

    public bool AdvanceExact(int target)
    {
        MoveTo(target);
        DocId = target;
        return _index < docIds.Count && docIds[_index] == target;
    }

    private void MoveTo(int target)
    {
        _index = Math.Max(_index, 0);
        while (_index < docIds.Count && docIds[_index] < target)
            _index++;
    }
}
