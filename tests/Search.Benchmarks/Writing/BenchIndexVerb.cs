using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Benchmarks.Writing;

/// <summary>
/// <c>bench-index JSONL INDEX [--threads 1] [--ram 256] [--limit N]</c>: indexes as the oracle's <c>bench-index</c> does: one thread
/// reads lines, others parse JSON and add documents.
/// </summary>
internal static class BenchIndexVerb
{
    private const int LinesOfABatch = 256;
    private const int WaitingBatches = 64;

    /// <summary>Runs the verb; the exit status.</summary>
    public static int Run(string[] arguments)
    {
        var options = new CommandLine(arguments);
        int threads = options.Number("--threads", 1);
        string folder = options.Word(1, "INDEX");
        using var memory = new ProcessMemory();
        long start = Stopwatch.GetTimestamp();
        long documents;
        using MappedDirectory directory = MappedDirectory.Open(folder);
        var writerOptions = new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer, BufferBytes = (long)options.Number("--ram", 256) << 20 };
        using (IndexWriter writer = IndexWriter.Open(directory, writerOptions))
        {
            documents = Add(writer, File.ReadLines(options.Word(0, "JSONL")).Take(options.Number("--limit", int.MaxValue)), threads);
            writer.Commit();
        }
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double cpuSeconds = Environment.CpuUsage.TotalTime.TotalSeconds;
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var figures = new IndexingFigures(
            "ours", documents, threads, seconds, cpuSeconds, documents / seconds, reader.Leaves.Count, SizeOf(folder), Memory(memory));
        Console.WriteLine(JsonSerializer.Serialize(figures, ReportJson.Default.IndexingFigures));
        return 0;
    }

    private static long Add(IndexWriter writer, IEnumerable<string> lines, int threads)
    {
        using var batches = new BlockingCollection<string[]>(WaitingBatches);
        Task<long>[] workers = [.. Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            () => AddBatches(writer, batches), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        foreach (string[] batch in lines.Where(line => !string.IsNullOrWhiteSpace(line)).Chunk(LinesOfABatch))
            batches.Add(batch);
        batches.CompleteAdding();
        return workers.Sum(worker => worker.GetAwaiter().GetResult());
    }

    private static long AddBatches(IndexWriter writer, BlockingCollection<string[]> batches)
    {
        var indexer = new ParagraphIndexer();
        var added = 0L;
        foreach (string[] batch in batches.GetConsumingEnumerable())
        {
            foreach (string line in batch)
                writer.AddDocument(indexer.ToDocument(line));
            added += batch.Length;
        }
        return added;
    }

    private static long SizeOf(string folder) => new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

    private static Dictionary<string, long> Memory(ProcessMemory memory) => new(StringComparer.Ordinal)
    {
        ["VmHWMMB"] = ProcessMemory.Megabytes("VmHWM"),
        ["RssAnonMB"] = ProcessMemory.Megabytes("RssAnon"),
        ["RssAnonPeakMB"] = memory.AnonymousPeak(),
    };
}
