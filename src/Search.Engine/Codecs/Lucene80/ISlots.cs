namespace Search.Engine.Codecs.Lucene80;

/// <summary>Moves over the documents of a column and says which slot the current one owns.</summary>
/// <remarks>
/// Implemented by structs, so that a cursor over a column that every document has costs a few instructions a document:
/// the run-time compiles each cursor once for each kind of slots.
/// </remarks>
internal interface ISlots
{
    int DocId { get; }

    /// <summary>The slot of the current document, which has a value.</summary>
    int Slot { get; }

    long Cost { get; }

    int NextDoc();

    int Advance(int target);

    bool AdvanceExact(int target);
}
