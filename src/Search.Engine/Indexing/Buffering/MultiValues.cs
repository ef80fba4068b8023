namespace Search.Engine.Indexing.Buffering;

/// <summary>Lists of numbers, one list a document that has any; within a document in order of addition.</summary>
internal sealed class MultiValues<T>(BufferMeter meter)
    where T : unmanaged
{
    private readonly BufferList<int> _starts = new(meter);
    private readonly BufferList<T> _values = new(meter);

    /// <summary>The documents with values, ascending.</summary>
    public BufferList<int> DocIds { get; } = new(meter);

    /// <summary>Adds a value to a document, which is the last one or beyond it.</summary>
    public void Add(int docId, T value)
    {
        if (DocIds.Count == 0 || DocIds[DocIds.Count - 1] != docId)
        {
            DocIds.Add(docId);
            _starts.Add(_values.Count);
        }
        _values.Add(value);
    }

    /// <summary>Number of values of the document at a place in <see cref="DocIds"/>.</summary>
    public int CountOf(int index) => (index + 1 < _starts.Count ? _starts[index + 1] : _values.Count) - _starts[index];

    /// <summary>Copies the values of the document at a place in <see cref="DocIds"/>.</summary>
    public void CopyTo(int index, Span<T> destination) => _values.CopyTo(_starts[index], destination);
}
