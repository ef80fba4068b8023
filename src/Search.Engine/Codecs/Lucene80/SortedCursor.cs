using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>One ordinal a document.</summary>
internal sealed class SortedCursor<TSlots>(TSlots slots, OrdinalReader ordinals, TermsDictionary dictionary) : SortedDocValues
    where TSlots : struct, ISlots // moves where it is captured: never readonly
{
    public override int DocId => slots.DocId;

    public override long Cost => slots.Cost;

    public override int Ordinal => ordinals.Get(slots.Slot);

    public override IOrdinalDictionary Dictionary => field ??= dictionary.Open();

    public override int NextDoc() => slots.NextDoc();

    public override int Advance(int target) => slots.Advance(target);

    public override bool AdvanceExact(int target) => slots.AdvanceExact(target);
}
