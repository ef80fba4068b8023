using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>The slots of a column that every document has: the ids themselves.</summary>
internal struct DenseSlots(int maxDoc) : ISlots
{
    public int DocId { readonly get; private set; } = -1;

    public readonly int Slot => DocId;

    public readonly long Cost => maxDoc;

    public int NextDoc() => Advance(DocId + 1);

    public int Advance(int target) => DocId = (uint)target < (uint)maxDoc ? target : DocIdCursor.NoMoreDocs;

    public bool AdvanceExact(int target)
    {
        DocId = target;
        return target < maxDoc;
    }
}
