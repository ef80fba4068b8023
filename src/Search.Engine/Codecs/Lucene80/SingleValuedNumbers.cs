using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>One number a document as a list of one.</summary>
internal sealed class SingleValuedNumbers(NumericDocValues numbers) : SortedNumericDocValues
{
    public override int DocId => numbers.DocId;

    public override long Cost => numbers.Cost;

    public override int Count => 1;

    public override long NextValue() => numbers.Value;

    public override int NextDoc() => numbers.NextDoc();

    public override int Advance(int target) => numbers.Advance(target);

    public override bool AdvanceExact(int target) => numbers.AdvanceExact(target);
}
