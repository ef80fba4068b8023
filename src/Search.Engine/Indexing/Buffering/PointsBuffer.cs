namespace Search.Engine.Indexing.Buffering;

/// <summary>The points of one field, in order of addition.</summary>
internal sealed class PointsBuffer(int bytesPerPoint, BufferMeter meter)
{
    // At the flush values and ids stand in one array each, and the order is sorted with two more.
    private const int FlushBytes = 3 * sizeof(int);

    private readonly BufferList<byte> _values = new(meter);
    private readonly BufferList<int> _docIds = new(meter);

    public int BytesPerPoint => bytesPerPoint;

    /// <summary>The packed values, one after another.</summary>
    public BufferList<byte> Values => _values;

    /// <summary>The documents beside the values.</summary>
    public BufferList<int> DocIds => _docIds;

    public void Add(int docId, ReadOnlySpan<byte> packed)
    {
        meter.Add(bytesPerPoint + FlushBytes);
        _values.AddRange(packed);
        _docIds.Add(docId);
    }
}
