namespace Search.Engine.Indexing.Deletes;

/// <summary>Deletes documents from a set that others may be reading: the first real deletion makes a copy.</summary>
/// <param name="before">The live documents so far; null: all.</param>
internal sealed class LiveDocsEditor(FixedBitSet? before, int maxDoc)
{
    private FixedBitSet? _copy;

    /// <summary>Number of documents, deleted ones included.</summary>
    public int MaxDoc => maxDoc;

    /// <summary>Number of documents that were live before and are deleted now.</summary>
    public int DeletedNow { get; private set; }

    /// <summary>The live documents after at least one deletion.</summary>
    public FixedBitSet Result => _copy!;

    public void Delete(int docId)
    {
        if (before?.Get(docId) == false || _copy?.Get(docId) == false)
            return;
        _copy ??= before?.Clone() ?? AllLive();
        _copy.Clear(docId);
        DeletedNow++;
    }

    private FixedBitSet AllLive()
    {
        var all = new FixedBitSet(maxDoc);
        all.SetRange(0, maxDoc);
        return all;
    }
}
