using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Engine.Tests.Infrastructure.Memory;

/// <summary>An index in plain arrays: what searching is tested on without any codec.</summary>
internal sealed class MemoryIndex : IndexReader
{
    private readonly List<Leaf> _leaves = [];

    private MemoryIndex()
    {
    }

    public override IReadOnlyList<Leaf> Leaves => _leaves;

    public override int MaxDoc => _leaves.Sum(leaf => leaf.Reader.MaxDoc);

    public override int NumDocs => _leaves.Sum(leaf => leaf.Reader.NumDocs);

    /// <summary>An index with one segment a list of documents.</summary>
    /// <param name="blockSize">Documents of a full postings block, at most 128.</param>
    public static MemoryIndex Build(Analyzer analyzer, IEnumerable<IReadOnlyList<Document>> segments, int blockSize = 128)
    {
        var index = new MemoryIndex();
        foreach (IReadOnlyList<Document> documents in segments)
        {
            var leaf = new MemoryLeaf(analyzer, documents, blockSize);
            index._leaves.Add(new Leaf(leaf, index._leaves.Count, index.MaxDoc));
        }
        return index;
    }

    /// <summary>An index with one segment.</summary>
    public static MemoryIndex Build(Analyzer analyzer, IReadOnlyList<Document> documents, int blockSize = 128) =>
        Build(analyzer, [documents], blockSize);

    /// <summary>An index of texts in field <c>f</c>, cut at white space.</summary>
    public static MemoryIndex OfTexts(params IEnumerable<string> texts) => OfSegments([texts], blockSize: 128);

    /// <summary>An index of texts in field <c>f</c>, cut at white space, a segment a list.</summary>
    public static MemoryIndex OfSegments(IEnumerable<IEnumerable<string>> segments, int blockSize = 128) => Build(
        new WhitespaceAnalyzer(),
        segments.Select(texts => (IReadOnlyList<Document>)[.. texts.Select(text => new Document { Field.CreateText("f", text, offsets: true) })]),
        blockSize);

    /// <summary>Marks index-wide documents as deleted; only before the first search.</summary>
    public void Delete(Predicate<int> isDeleted)
    {
        foreach (Leaf leaf in _leaves)
            ((MemoryLeaf)leaf.Reader).Delete(docId => isDeleted(leaf.DocBase + docId));
    }

    protected override void Close()
    {
    }
}
