using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Store;

namespace Search.Engine.Tests.Infrastructure;

/// <summary>The documents of <see cref="GoldenCorpus"/> as indexes that our writer wrote.</summary>
internal static class GoldenIndex
{
    /// <summary>All documents in one segment.</summary>
    public static MemoryDirectory Single() => Build([GoldenCorpus.Documents], deletedIds: []);

    /// <summary>Three segments, then twelve deletions.</summary>
    public static MemoryDirectory Segmented() => Build(GoldenCorpus.Segments, GoldenCorpus.Deleted);

    private static MemoryDirectory Build(IReadOnlyList<IReadOnlyList<Document>> segments, IReadOnlyList<string> deletedIds)
    {
        var directory = new MemoryDirectory();
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = GoldenCorpus.Analyzer, UseCompoundFile = false });
        foreach (IReadOnlyList<Document> segment in segments)
        {
            foreach (Document document in segment)
                writer.AddDocument(document);
            writer.Flush();
        }
        writer.DeleteDocuments([.. deletedIds.Select(id => new Term("id", id))]);
        writer.Commit();
        return directory;
    }
}
