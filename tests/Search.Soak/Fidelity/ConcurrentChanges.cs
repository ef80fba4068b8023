using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Soak.Fidelity;

/// <summary>Writes paragraphs from several threads at once, with updates and deletions of what was written before.</summary>
internal sealed class ConcurrentChanges(string folder, int threads)
{
    private const long BufferBytes = 48L << 20;
    private const int UpdateEvery = 20;
    private const int DeleteEvery = 30;
    private const int CommitEvery = 100_000;

    private readonly ParagraphIndexer _paragraphs = new();

    /// <summary>Adds the paragraphs to the index, or begins one.</summary>
    /// <returns>Paragraphs added, updated and deleted.</returns>
    public (int Added, int Updated, int Deleted) Write(IReadOnlyList<string> lines)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer, BufferBytes = BufferBytes });
        var next = -1;
        Task[] workers = [.. Enumerable.Range(0, threads).Select(_ => Task.Run(() =>
        {
            for (int i = Interlocked.Increment(ref next); i < lines.Count; i = Interlocked.Increment(ref next))
            {
                Add(writer, lines[i]);
                if (i % UpdateEvery == UpdateEvery - 1)
                    Replace(writer, lines[i / 2], lines[i / 3]);
                if (i % DeleteEvery == DeleteEvery - 1)
                    writer.DeleteDocuments(IdOf(lines[i / 4]));
                if (i % CommitEvery == CommitEvery - 1)
                    writer.Commit();
            }
        }))];
        Task.WaitAll(workers);
        writer.Commit();
        return (lines.Count, lines.Count / UpdateEvery, lines.Count / DeleteEvery);
    }

    /// <summary>The id of a paragraph.</summary>
    public static string TextOfId(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("id").GetString()!;
    }

    private void Add(IndexWriter writer, string line) => writer.AddDocument(_paragraphs.ToDocument(line));

    // The paragraph gets another one's text and keeps its id.
    private void Replace(IndexWriter writer, string replaced, string text)
    {
        Term id = IdOf(replaced);
        string changed = text.Replace($"\"id\":{Quoted(text)}", $"\"id\":{Quoted(replaced)}", StringComparison.Ordinal);
        writer.UpdateDocument(id, _paragraphs.ToDocument(changed));
    }

    private static Term IdOf(string line) => new("id", TextOfId(line));

    private static string Quoted(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("id").GetRawText();
    }
}
