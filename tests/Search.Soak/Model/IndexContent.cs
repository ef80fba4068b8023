using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Soak.Model;

/// <summary>Reads a snapshot of an index of <see cref="ModelDocuments"/> from end to end.</summary>
public static class IndexContent
{
    private static readonly string[] Words = ["w0", "w1", "w17", "w120", "end"];

    /// <summary>The keys and what they hold.</summary>
    /// <exception cref="SoakFailureException">A document is not as it was written, a block is not whole, or a key is there twice.</exception>
    public static Dictionary<string, Entry> Read(IndexReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (Leaf leaf in reader.Leaves)
        {
            NumericDocValues? versions = leaf.Reader.NumericColumn("version");
            var block = new List<ModelDocument>();
            for (var docId = 0; docId < leaf.Reader.MaxDoc; docId++)
            {
                if (leaf.Reader.LiveDocs?.Get(docId) == false)
                    continue;
                ModelDocument document = ModelDocument.Read(leaf.Reader, docId);
                if (versions is null || !versions.AdvanceExact(docId) || versions.Value != document.Entry.Version)
                    throw new SoakFailureException($"the column of {document} is another version");
                block.Add(document);
                if (!document.IsLast)
                    continue;
                Add(entries, block, docId);
                block.Clear();
            }
            if (block.Count > 0)
                throw new SoakFailureException($"a segment ends within the block of {block[0]}");
        }
        return entries;
    }

    /// <summary>Compares what searches find with what the documents say.</summary>
    /// <exception cref="SoakFailureException">They differ.</exception>
    public static void CheckSearches(IndexReader reader, IReadOnlyDictionary<string, Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(entries);
        var searcher = new IndexSearcher(reader);
        int documents = entries.Values.Sum(entry => entry.Size);
        Expect(documents, reader.NumDocs, "documents that are alive");
        Expect(documents, searcher.Count(new MatchAllQuery()), "documents");
        foreach ((string key, Entry entry) in entries)
            Expect(entry.Size, searcher.Count(new TermQuery(new Term("key", key))), $"documents of {key}");
        string[][] bodies =
        [
            .. entries.SelectMany(pair => Enumerable.Range(0, pair.Value.Size).Select(part => ModelDocuments.Body(pair.Key, pair.Value, part).Split(' '))),
        ];
        foreach (string word in Words)
            Expect(bodies.Count(body => body.Contains(word)), searcher.Count(new TermQuery(new Term("body", word))), $"documents with {word}");
    }

    private static void Add(Dictionary<string, Entry> entries, List<ModelDocument> block, int lastDocId)
    {
        ModelDocument first = block[0];
        for (var i = 0; i < block.Count; i++)
        {
            if (block[i] != first with { Part = i, DocId = lastDocId - block.Count + 1 + i })
                throw new SoakFailureException($"the block of {first} is not whole: {string.Join("; ", block)}");
        }
        if (block.Count != first.Entry.Size)
            throw new SoakFailureException($"the block of {first} has {block.Count} documents");
        if (!entries.TryAdd(first.Key, first.Entry))
            throw new SoakFailureException($"{first} is there twice, also as version {entries[first.Key].Version}");
    }

    private static void Expect(long expected, long found, string what)
    {
        if (expected != found)
            throw new SoakFailureException($"{found} {what} instead of {expected}");
    }
}
