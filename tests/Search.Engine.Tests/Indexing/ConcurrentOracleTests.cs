using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search.Queries;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Indexing;

/// <summary>An index that several threads wrote at the same time holds what one thread would have written; Lucene says so.</summary>
public class ConcurrentOracleTests
{
    private const int Paragraphs = 2000;
    private const int Threads = 3;

    [OracleTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_many_threads_wrote_with_updates_and_deletes_equals_what_one_wrote(bool merges)
    {
        using var folder = new TemporaryFolder();
        string[] lines = File.ReadAllLines(GeneratedCorpus.Paragraphs(Paragraphs));
        Write(folder.File("one"), lines, threads: 1, merges);
        Write(folder.File("many"), lines, Threads, merges);

        Oracle.AssertSound(folder.File("many"));
        Assert.Equal(Dump(folder.File("one")), Dump(folder.File("many")));
    }

    // Every paragraph is added by one of the threads, which later updates some of its own and deletes others, by term and by query.
    private static void Write(string path, string[] lines, int threads, bool merges)
    {
        using MappedDirectory directory = MappedDirectory.Open(path);
        var options = new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer, BufferBytes = 3 << 20 };
        using IndexWriter writer = IndexWriter.Open(directory, merges ? options : options with { MergePolicy = Engine.Indexing.Merging.NoMergePolicy.Instance });
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            var indexer = new ParagraphIndexer { Extras = true };
            for (int i = thread; i < lines.Length; i += threads)
                writer.AddDocument(indexer.ToDocument(lines[i]));
            for (int i = thread; i < lines.Length; i += threads)
            {
                if (i % 7 == 0)
                    writer.UpdateDocument(IdOf(lines[i]), indexer.ToDocument(lines[(i + 1) % lines.Length].Replace(IdOf(lines[(i + 1) % lines.Length]).Text, IdOf(lines[i]).Text, StringComparison.Ordinal)));
                if (i % 31 == 0)
                    writer.DeleteDocuments(IdOf(lines[i]));
                if (i % 37 == 0)
                    writer.DeleteDocuments(new TermQuery(IdOf(lines[i])));
                if (i % 500 == 0)
                    writer.OpenReader().Dispose();
            }
        });
        if (merges)
            writer.ForceMerge(1);
    }

    private static Term IdOf(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return new Term("id", json.RootElement.GetProperty("id").GetString()!);
    }

    private static string[] Dump(string index) =>
        [.. Oracle.Lines("dump", index, "--by-id")
            .Where(line => !line.Contains("\"kind\":\"index\"", StringComparison.Ordinal) && !line.Contains("\"kind\":\"segment\"", StringComparison.Ordinal))
            .Select(line => OracleIndexTests.PointCounts().Replace(line, ""))];
}
