using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Search.Benchmarks;
using Search.Engine.Indexing;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Soak.Memory;

/// <summary>The process whose memory is measured: indexes paragraphs with several threads, then says what it took.</summary>
internal static class MemoryWriter
{
    private const int LinesOfABatch = 128;
    private const int WaitingBatches = 16;

    /// <summary>Indexes a file of JSON lines.</summary>
    public static void Run(string corpus, string folder, int threads, int budgetMB)
    {
        using var memory = new ProcessMemory();
        long start = Stopwatch.GetTimestamp();
        (long documents, long bufferedPeak) = Index(corpus, folder, threads, (long)budgetMB << 20);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        HandleCensus? open = HandleCensus.Of(folder);
        var figures = new MemoryFigures(documents, seconds, memory.AnonymousPeak(), bufferedPeak / (double)(1 << 20), open is null ? 0 : open.Files + open.Mappings);
        Console.WriteLine(JsonSerializer.Serialize(figures, MemoryJson.Default.MemoryFigures));
    }

    private static (long Documents, long BufferedPeak) Index(string corpus, string folder, int threads, long budget)
    {
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer, BufferBytes = budget });
        using var batches = new BlockingCollection<string[]>(WaitingBatches);
        Task<long>[] adding = [.. Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            () => Add(writer, batches), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        var documents = 0L;
        foreach (string[] batch in File.ReadLines(corpus).Chunk(LinesOfABatch))
        {
            batches.Add(batch);
            documents += batch.Length;
        }
        batches.CompleteAdding();
        long bufferedPeak = adding.Max(task => task.GetAwaiter().GetResult());
        writer.Commit();
        return (documents, bufferedPeak);
    }

    private static long Add(IndexWriter writer, BlockingCollection<string[]> batches)
    {
        var indexer = new ParagraphIndexer();
        var peak = 0L;
        foreach (string[] batch in batches.GetConsumingEnumerable())
        {
            foreach (string line in batch)
            {
                writer.AddDocument(indexer.ToDocument(line));
                peak = Math.Max(peak, writer.BufferedBytes);
            }
        }
        return peak;
    }
}
