namespace Search.Engine.Indexing.Buffering;

/// <summary>The sequence numbers of buffered documents: one a block, ascending like the documents' ids.</summary>
/// <remarks>One thread at a time while blocks are added.</remarks>
internal sealed class BlockSequences
{
    private const int BytesOfABlock = sizeof(int) + sizeof(long);

    private readonly BufferMeter _meter;
    private readonly List<int> _firstDocIds = [];
    private readonly List<long> _sequences = [];

    public BlockSequences(BufferMeter meter) => _meter = meter;

    /// <summary>The lowest sequence number; the largest number when there is no block.</summary>
    public long First => _sequences.Count == 0 ? long.MaxValue : _sequences[0];

    /// <summary>Numbers the block that starts at a document; both are beyond all before.</summary>
    public void Add(int firstDocId, long sequence)
    {
        int capacity = _sequences.Capacity;
        _firstDocIds.Add(firstDocId);
        _sequences.Add(sequence);
        _meter.Add((long)(_sequences.Capacity - capacity) * BytesOfABlock);
    }

    /// <summary>The documents below this id are older than a change; all are when it is the largest number.</summary>
    public int DocIdLimit(long sequence)
    {
        int place = _sequences.BinarySearch(sequence);
        place = place < 0 ? ~place : place;
        return place == _sequences.Count ? int.MaxValue : _firstDocIds[place];
    }
}
