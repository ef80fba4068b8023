using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>One ordinal a document as a set of one.</summary>
internal sealed class SingleValuedSet(SortedDocValues ordinals) : SortedSetDocValues
{
    public override int DocId => ordinals.DocId;

    public override long Cost => ordinals.Cost;

    public override int Count => 1;

    public override IOrdinalDictionary Dictionary => ordinals.Dictionary;

    public override int NextOrdinal() => ordinals.Ordinal;

    public override int NextDoc() => ordinals.NextDoc();

    public override int Advance(int target) => ordinals.Advance(target);

    public override bool AdvanceExact(int target) => ordinals.AdvanceExact(target);
}
