using System.Text;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Search.Queries;

namespace Search.Soak.Model;

/// <summary>What the model's entries are as documents: every value follows from key, version and place in the block.</summary>
/// <remarks>All kinds of files are written: stored values, postings with offsets, norms, columns of every kind, points.</remarks>
public static class ModelDocuments
{
    private const int MostWords = 30;
    private const int Vocabulary = 200;

    /// <summary>How the documents are analysed.</summary>
    public static Analyzer Analyzer { get; } = new StandardAnalyzer();

    /// <summary>A writer that flushes and merges often: small buffers, few segments of one size.</summary>
    /// <param name="scheduler">Who merges; null: threads in the background.</param>
    public static IndexWriterOptions WriterOptions(long bufferBytes, MergeScheduler? scheduler = null) => new()
    {
        Analyzer = Analyzer,
        BufferBytes = bufferBytes,
        MergePolicy = new TieredMergePolicy { SegmentsPerTier = 3, MaxMergeAtOnce = 3, FloorSegmentBytes = 1 << 14 },
        MergeScheduler = scheduler ?? MergeScheduler.Background,
    };

    /// <summary>Makes a change to an index.</summary>
    public static void Apply(IndexWriter writer, Change change)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var key = new Term("key", change.Key);
        switch (change.Kind)
        {
            case ChangeKind.Delete when change.Key.Length % 2 == 0:
                writer.DeleteDocuments(new BooleanQuery([new BooleanClause(new TermQuery(key), Occur.Must), new BooleanClause(new MatchAllQuery(), Occur.Filter)]));
                break;
            case ChangeKind.Delete:
                writer.DeleteDocuments(key);
                break;
            case ChangeKind.Add when change.Entry.Size == 1:
                writer.AddDocument(Create(change.Key, change.Entry, 0));
                break;
            case ChangeKind.Add:
                writer.AddDocuments(Block(change.Key, change.Entry));
                break;
            case ChangeKind.Put when change.Entry.Size == 1:
                writer.UpdateDocument(key, Create(change.Key, change.Entry, 0));
                break;
            default:
                writer.UpdateDocuments(key, Block(change.Key, change.Entry));
                break;
        }
    }

    /// <summary>The text of a document's body.</summary>
    public static string Body(string key, Entry entry, int part)
    {
        var random = new Scrambler(key.GetOrdinalHash(), entry.Version, part);
        var text = new StringBuilder();
        for (int i = random.Next(MostWords); i >= 0; i--)
            text.Append('w').Append(Math.Min(random.Next(Vocabulary), random.Next(Vocabulary))).Append(' ');
        return text.Append("end").ToString();
    }

    private static IEnumerable<Document> Block(string key, Entry entry) =>
        Enumerable.Range(0, entry.Size).Select(part => Create(key, entry, part));

    private static Document Create(string key, Entry entry, int part)
    {
        string body = Body(key, entry, part);
        var document = new Document
        {
            Field.CreateKeyword("key", key, stored: true),
            Field.CreateColumn("key", key),
            Field.CreateStored("version", entry.Version),
            Field.CreateColumn("version", entry.Version),
            Field.CreatePoint("version", entry.Version),
            Field.CreateStored("part", part),
            Field.CreateStored("size", entry.Size),
            Field.CreateText("body", body, stored: true, offsets: true),
            Field.CreateColumn("tags", $"t{entry.Version % 7}", multiValued: true),
            Field.CreateColumn("tags", $"t{part % 5}", multiValued: true),
            Field.CreateColumn("lengths", body.Length, multiValued: true),
        };
        if (entry.Version % 3 == 0)
            document.Add(Field.CreateColumn("bytes", Encoding.UTF8.GetBytes(key), DocValuesType.Binary));
        return document;
    }

    private static int GetOrdinalHash(this string text)
    {
        var hash = 17;
        foreach (char character in text)
            hash = unchecked(hash * 31 + character);
        return hash;
    }
}
