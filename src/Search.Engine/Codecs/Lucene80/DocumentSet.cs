using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene80;

/// <summary>Which documents of a column have a value, and the slots of their values.</summary>
/// <remarks>Immutable; shareable. The k-th document with a value owns slot k. Column notes, section 1.2.</remarks>
internal sealed class DocumentSet
{
    public DocumentSet(DocumentSetHeader header, IndexInput data, int maxDoc, long docCount)
    {
        bool sound = header.IsAll ? docCount == maxDoc
            : header.IsNone ? docCount == 0
            : docCount > 0 && docCount <= maxDoc;
        if (!sound)
            throw new CorruptIndexException($"{docCount} of {maxDoc} documents with a value in {header}", data.Name);
        Header = header;
        Data = data;
        MaxDoc = maxDoc;
        Count = (int)docCount;
    }

    public DocumentSetHeader Header { get; }

    /// <summary>The file that holds the set; only its stateless reads are used.</summary>
    public IndexInput Data { get; }

    public int MaxDoc { get; }

    /// <summary>Number of documents with a value.</summary>
    public int Count { get; }

    /// <summary>Whether a document's slot is its id (or there is no document at all).</summary>
    public bool IsDense => Header.Offset < 0;

    /// <summary>The slots of a set that <see cref="IsDense"/>, before the first document.</summary>
    public DenseSlots OpenDense() => new(Header.IsAll ? MaxDoc : 0);

    /// <summary>The slots of a set that is stored, before the first document.</summary>
    public SparseSlots OpenSparse() => new(new DocumentSetReader(this));
}
