using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>One number a document.</summary>
internal sealed class NumericCursor<TSlots>(TSlots slots, NumericValues values) : NumericDocValues
    where TSlots : struct, ISlots // moves where it is captured: never readonly
{
    public override int DocId => slots.DocId;

    public override long Cost => slots.Cost;

    public override long Value => values.Get(slots.Slot);

    public override int NextDoc() => slots.NextDoc();

    public override int Advance(int target) => slots.Advance(target);

    public override bool AdvanceExact(int target) => slots.AdvanceExact(target);
}
