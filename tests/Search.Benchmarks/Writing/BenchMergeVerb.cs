using System.Diagnostics;
using System.Text.Json;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;

namespace Search.Benchmarks.Writing;

/// <summary><c>bench-merge INDEX [--segments 1]</c>: merges an index by force and commits; the index is changed.</summary>
internal static class BenchMergeVerb
{
    /// <summary>Runs the verb; the exit status.</summary>
    public static int Run(string[] arguments)
    {
        var options = new CommandLine(arguments);
        using MappedDirectory directory = MappedDirectory.Open(options.Word(0, "INDEX"));
        int before = SegmentsOf(directory);
        using var memory = new ProcessMemory();
        double cpuBefore = Environment.CpuUsage.TotalTime.TotalSeconds;
        long start = Stopwatch.GetTimestamp();
        using (IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ParagraphIndexer.Analyzer, OpenMode = OpenMode.Append }))
        {
            writer.ForceMerge(options.Number("--segments", 1));
            writer.Commit();
        }
        var figures = new MergingFigures(
            before,
            SegmentsOf(directory),
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            Environment.CpuUsage.TotalTime.TotalSeconds - cpuBefore,
            new DirectoryInfo(directory.FolderPath).EnumerateFiles().Sum(file => file.Length),
            memory.AnonymousPeak());
        Console.WriteLine(JsonSerializer.Serialize(figures, ReportJson.Default.MergingFigures));
        return 0;
    }

    private static int SegmentsOf(MappedDirectory directory)
    {
        using DirectoryReader reader = DirectoryReader.Open(directory);
        return reader.Leaves.Count;
    }
}
