using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>One byte string a document.</summary>
internal sealed class BinaryCursor<TSlots>(TSlots slots, BinaryValues values) : BinaryDocValues
    where TSlots : struct, ISlots // moves where it is captured: never readonly
{
    public override int DocId => slots.DocId;

    public override long Cost => slots.Cost;

    public override ReadOnlySpan<byte> Value => values.Get(slots.Slot);

    public override int NextDoc() => slots.NextDoc();

    public override int Advance(int target) => slots.Advance(target);

    public override bool AdvanceExact(int target) => slots.AdvanceExact(target);
}
