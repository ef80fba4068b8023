using Search.Engine.Index;

namespace Search.Engine.Tests.Infrastructure.Memory;

/// <summary>Walks the postings of one term and insists on legal calls.</summary>
internal sealed class MemoryPostingsEnum(MemoryPosting[] postings, FieldInfo info, PostingsDetail detail) : PostingsEnum
{
    private int _index = -1;
    private int _read;

    public override int DocId => _index < 0 ? -1 : _index < postings.Length ? postings[_index].DocId : NoMoreDocs;

    public override long Cost => postings.Length;

    public override int Freq
    {
        get
        {
            Assert.True(detail >= PostingsDetail.Freqs, "frequencies were not asked for");
            return info.HasFreqs ? postings[_index].Positions.Length : 1;
        }
    }

    public override int StartOffset => HasOffsets ? Current.StartOffset : -1;

    public override int EndOffset => HasOffsets ? Current.EndOffset : -1;

    public override ReadOnlySpan<byte> Payload => default;

    private bool HasOffsets => info.HasOffsets && detail >= PostingsDetail.Everything;

    private MemoryPosition Current => postings[_index].Positions[_read - 1];

    public override int NextDoc()
    {
        Assert.True(_index < postings.Length, "moved on after the end");
        _index++;
        _read = 0;
        return DocId;
    }

    public override int Advance(int target)
    {
        Assert.True(target > DocId, "the target is not beyond the current document");
        _index++;
        while (_index < postings.Length && postings[_index].DocId < target)
            _index++;
        _read = 0;
        return DocId;
    }

    public override int NextPosition()
    {
        Assert.True(detail >= PostingsDetail.Positions, "positions were not asked for");
        Assert.True(_read < postings[_index].Positions.Length, "more positions than the frequency");
        _read++;
        return info.HasPositions ? Current.Position : -1;
    }
}
