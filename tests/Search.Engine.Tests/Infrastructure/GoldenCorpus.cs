using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure.Memory;
using Search.Engine.Util;

namespace Search.Engine.Tests.Infrastructure;

/// <summary>The 300 documents behind most golden vectors, with the fields that the README of <c>tests/golden</c> says.</summary>
/// <remarks><c>body_tv</c> is indexed like <c>body_off</c>: this engine has no term vectors.</remarks>
internal static class GoldenCorpus
{
    private static readonly string[] DeletedIds =
        ["d005", "d017", "d043", "d060", "d099", "d101", "d150", "d151", "d152", "d200", "d260", "d299"];

    private static readonly PerFieldAnalyzer PerField = new(new StandardAnalyzer(), new Dictionary<string, Analyzer>
    {
        ["body_en"] = new EnglishAnalyzer(),
        ["id"] = new KeywordAnalyzer(),
        ["category"] = new KeywordAnalyzer(),
        ["tags"] = new KeywordAnalyzer(),
    });

    private static readonly Lazy<IReadOnlyList<JsonElement>> LazyRows = new(() =>
        [.. File.ReadLines(Golden.PathOf("corpus.jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line))]);

    private static readonly Lazy<MemoryIndex> LazySingle = new(() => MemoryIndex.Build(PerField, Documents));

    private static readonly Lazy<MemoryIndex> LazySegments = new(() =>
    {
        MemoryIndex index = MemoryIndex.Build(PerField, Segments);
        index.Delete(doc => IsDeleted(IdOf(doc)));
        return index;
    });

    private static readonly Lazy<IndexReader> LazyWrittenSingle = new(() => Write([Documents], []));

    private static readonly Lazy<IndexReader> LazyWrittenSegments = new(() => Write(Segments, DeletedIds));

    /// <summary>The analyzer of every field, for indexing and for queries.</summary>
    public static Analyzer Analyzer => PerField;

    /// <summary>The documents in index order, new ones at each call.</summary>
    public static IReadOnlyList<Document> Documents => [.. LazyRows.Value.Select(DocumentOf)];

    /// <summary>The documents as they were flushed to the three segments of the index with deletions.</summary>
    public static IReadOnlyList<IReadOnlyList<Document>> Segments
    {
        get
        {
            IReadOnlyList<Document> documents = Documents;
            return [[.. documents.Take(110)], [.. documents.Skip(110).Take(110)], [.. documents.Skip(220)]];
        }
    }

    /// <summary>Ids of the documents that are deleted from the three segments.</summary>
    public static IReadOnlyList<string> Deleted => DeletedIds;

    /// <summary>All documents in one segment, written by this engine.</summary>
    public static IndexReader Single => LazyWrittenSingle.Value;

    /// <summary>Three segments with deletions, written by this engine.</summary>
    public static IndexReader ThreeSegments => LazyWrittenSegments.Value;

    /// <summary>All documents in one segment, in plain arrays.</summary>
    public static IndexReader SingleInMemory => LazySingle.Value;

    /// <summary>Three segments with deletions, in plain arrays.</summary>
    public static IndexReader SegmentsInMemory => LazySegments.Value;

    /// <summary>The id of the n-th document.</summary>
    public static string IdOf(int index) => LazyRows.Value[index].GetProperty("id").GetString()!;

    private static DirectoryReader Write(IReadOnlyList<IReadOnlyList<Document>> segments, string[] deleted)
    {
        var directory = new MemoryDirectory();
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = PerField, MergePolicy = NoMergePolicy.Instance, UseCompoundFile = false }))
        {
            foreach (IReadOnlyList<Document> documents in segments)
            {
                foreach (Document document in documents)
                    writer.AddDocument(document);
                writer.Flush();
            }
            writer.DeleteDocuments([.. deleted.Select(id => new Term("id", id))]);
            writer.Commit();
        }
        return DirectoryReader.Open(directory);
    }

    private static bool IsDeleted(string id) => Array.IndexOf(DeletedIds, id) >= 0;

    private static Document DocumentOf(JsonElement row)
    {
        string title = row.GetProperty("title").GetString()!;
        string body = row.GetProperty("body").GetString()!;
        string category = row.GetProperty("category").GetString()!;
        int year = row.GetProperty("year").GetInt32();
        double rating = row.GetProperty("rating").GetDouble();
        var sortableRating = new byte[sizeof(long)];
        NumericBytes.WriteSortable(NumericBytes.SortableBits(rating), sortableRating);
        Document document =
        [
            Field.CreateKeyword("id", row.GetProperty("id").GetString()!, stored: true),
            Field.CreateText("title", title, stored: true),
            Field.CreateText("body", body, stored: true),
            Field.CreateText("body_en", body),
            Field.CreateText("body_off", body, stored: true, offsets: true),
            Field.CreateText("body_tv", body, stored: true, offsets: true),
            Field.Create("title_docs", title, new FieldType { IndexOptions = IndexOptions.Docs }),
            Field.Create("title_freqs", title, new FieldType { IndexOptions = IndexOptions.DocsAndFreqs }),
            Field.Create("title_nonorm", title, new FieldType { IndexOptions = IndexOptions.DocsFreqsAndPositions, OmitsNorms = true }),
            Field.CreateKeyword("category", category, stored: true),
            Field.CreateColumn("category", category),
            Field.CreateText("author", row.GetProperty("author").GetString()!, stored: true),
            Field.CreatePoint("year", year),
            Field.CreateColumn("year", year),
            Field.CreateStored("year", year),
            Field.CreatePoint("rating", sortableRating),
            Field.CreateColumn("rating", BitConverter.DoubleToInt64Bits(rating)),
        ];
        foreach (JsonElement tag in row.GetProperty("tags").EnumerateArray())
            document.Add(Field.CreateKeyword("tags", tag.GetString()!, stored: true));
        foreach (JsonElement note in row.GetProperty("notes").EnumerateArray())
            document.Add(Field.CreateText("notes", note.GetString()!, stored: true));
        return document;
    }
}
