using System.Diagnostics;
using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.AgainstLucene;
using Search.Engine.Tests.Infrastructure;

namespace Search.Benchmarks.Queries;

/// <summary>
/// <c>bench INDEX QUERIES.tsv [--k 10] [--count] [--warmup S] [--seconds S] [--only A,B] [--threads N]</c>: our search latency in the thread's
/// processor time, measured as the oracle's <c>bench --cpu --json</c> does; by the clock when a number of threads is given.
/// </summary>
/// <remarks>Passes over all queries of all categories follow one another; a category rests once it has used up its seconds.</remarks>
internal static class BenchVerb
{
    private const int LeastPasses = 3;

    /// <summary>Runs the verb; the exit status.</summary>
    public static int Run(string[] arguments)
    {
        var options = new CommandLine(arguments, "--count");
        int hits = options.Has("--count") ? 0 : options.Number("--k", 10);
        int threads = options.Number("--threads", 0);
        var only = options.Text("--only")?.Split(',').ToHashSet(StringComparer.Ordinal);
        (string Category, TimedQuery[] Queries)[] categories =
        [
            .. QueryLine.Read(options.Word(1, "QUERIES.tsv"))
                .Where(line => only is null || only.Contains(line.Category))
                .GroupBy(line => line.Category, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Select(line => new TimedQuery(line.ToQuery(ParagraphIndexer.Analyzer))).ToArray())),
        ];
        using MappedDirectory directory = MappedDirectory.Open(options.Word(0, "INDEX"));
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        RunPasses(searcher, categories, hits, threads, options.Real("--warmup", 2), record: false);
        RunPasses(searcher, categories, hits, threads, options.Real("--seconds", 2), record: true);

        var memory = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string kind in (string[])["VmHWM", "RssAnon", "RssFile"])
            memory[$"{kind}MB"] = ProcessMemory.Megabytes(kind);
        var report = new BenchReport("ours", memory, [.. categories.Select(category => CategoryFigures.Of(category.Category, category.Queries))]);
        Console.WriteLine(JsonSerializer.Serialize(report, ReportJson.Default.BenchReport));
        return 0;
    }

    private static void RunPasses(IndexSearcher searcher, (string Category, TimedQuery[] Queries)[] categories, int hits, int threads, double seconds, bool record)
    {
        var used = new double[categories.Length];
        var ran = true;
        for (var pass = 0; ran; pass++)
        {
            ran = false;
            for (var i = 0; i < categories.Length; i++)
            {
                if (used[i] >= seconds && pass >= LeastPasses)
                    continue;
                ran = true;
                foreach (TimedQuery timed in categories[i].Queries)
                    used[i] += Time(searcher, timed, hits, threads, record) / 1e9;
            }
        }
    }

    // No hits: they are only counted. No threads: one, whose processor time is taken.
    private static long Time(IndexSearcher searcher, TimedQuery timed, int hits, int threads, bool record)
    {
        var options = new SearchOptions { Threads = Math.Max(1, threads) };
        long start = Now(threads);
        long found = hits == 0 ? searcher.Count(timed.Query) : searcher.Search(timed.Query, hits, options).TotalHits.Value;
        long took = Now(threads) - start;
        timed.Hits = found;
        if (record)
            timed.Add(took);
        return took;
    }

    private static long Now(int threads) =>
        threads == 0 ? ThreadClock.Nanoseconds() : Stopwatch.GetTimestamp() * (1_000_000_000 / Stopwatch.Frequency);
}
