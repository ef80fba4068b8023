using Search.Engine.Codecs;
using Search.Engine.Index;
using Search.Engine.Segments;

namespace Search.Engine.Indexing.Merging;

/// <summary>Walks cursors of all segments one after another, over the documents that are kept, by their new ids.</summary>
/// <remarks>One thread at a time.</remarks>
internal sealed class MergedDocs<TCursor>
    where TCursor : DocIdCursor
{
    private readonly MergeState _state;
    private readonly Func<SegmentReader, TCursor?> _open;
    private int _source = -1;
    private int _steps;
    private TCursor? _current;
    private DocIdMap? _map;

    /// <param name="open">Opens the cursor of a segment; null when it has none.</param>
    public MergedDocs(MergeState state, Func<SegmentReader, TCursor?> open)
    {
        _state = state;
        _open = open;
        foreach (MergeSource source in state.Sources)
            Cost += source.Map.LiveCount;
    }

    /// <summary>The new id of the current document.</summary>
    public int DocId { get; private set; } = -1;

    public long Cost { get; }

    /// <summary>Number of the segment of the current document.</summary>
    public int Source => _source;

    /// <summary>The cursor that stands at the current document.</summary>
    public TCursor Current => _current!;

    public int NextDoc()
    {
        while (true)
        {
            if (_current is null && !OpenNext())
                return DocId = DocIdCursor.NoMoreDocs;
            if (++_steps % MergeState.StepsBetweenLooks == 0)
                _state.Abort.ThrowIfCancellationRequested();
            int docId = _current!.NextDoc();
            if (docId == DocIdCursor.NoMoreDocs)
                _current = null;
            else if (_map!.Map(docId) is var mapped and not DocIdMap.Dropped)
                return DocId = mapped;
        }
    }

    /// <summary>Walks on to the first document that is at least <paramref name="target"/>.</summary>
    public int Advance(int target)
    {
        while (DocId < target)
            NextDoc();
        return DocId;
    }

    private bool OpenNext()
    {
        while (++_source < _state.Sources.Length)
        {
            MergeSource source = _state.Sources[_source];
            _current = _open(source.Reader);
            _map = source.Map;
            if (_current is not null)
                return true;
        }
        return false;
    }
}
