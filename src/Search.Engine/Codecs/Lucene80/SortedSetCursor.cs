using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>A set of ordinals a document.</summary>
internal sealed class SortedSetCursor<TSlots>(TSlots slots, SlotRanges ranges, OrdinalReader ordinals, TermsDictionary dictionary)
    : SortedSetDocValues
    where TSlots : struct, ISlots // moves where it is captured: never readonly
{
    private long _next;
    private int _count;

    public override int DocId => slots.DocId;

    public override long Cost => slots.Cost;

    public override int Count => _count;

    public override IOrdinalDictionary Dictionary => field ??= dictionary.Open();

    public override int NextDoc() => Load(slots.NextDoc());

    public override int Advance(int target) => Load(slots.Advance(target));

    public override bool AdvanceExact(int target)
    {
        if (!slots.AdvanceExact(target))
            return false;
        Load(target);
        return true;
    }

    public override int NextOrdinal() => ordinals.Get(_next++);

    private int Load(int doc)
    {
        if (doc != NoMoreDocs)
            (_next, _count) = ranges.Of(slots.Slot);
        return doc;
    }
}
