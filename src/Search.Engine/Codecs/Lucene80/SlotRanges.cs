using Search.Engine.Codecs.Packed;
using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Which values a slot owns; without starts each slot owns the value of its own number.</summary>
internal readonly struct SlotRanges(MonotonicReader? starts, long valueCount, string fileName)
{
    /// <summary>First value and number of values, at least 1.</summary>
    public (long Start, int Count) Of(int slot)
    {
        if (starts is null)
            return (slot, 1);
        long start = starts.Get(slot);
        long end = starts.Get(slot + 1L);
        if (start < 0 || end > valueCount || end - start is < 1 or > int.MaxValue)
            throw new CorruptIndexException($"slot {slot} owns values {start} to {end} of {valueCount}", fileName);
        return (start, (int)(end - start));
    }
}
