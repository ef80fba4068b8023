namespace Search.Engine.Codecs.Lucene80;

/// <summary>The slots of a column that some documents have.</summary>
internal readonly struct SparseSlots(DocumentSetReader documents) : ISlots
{
    public int DocId => documents.DocId;

    public int Slot => documents.Slot;

    public long Cost => documents.Cost;

    public int NextDoc() => documents.NextDoc();

    public int Advance(int target) => documents.Advance(target);

    public bool AdvanceExact(int target) => documents.AdvanceExact(target);
}
