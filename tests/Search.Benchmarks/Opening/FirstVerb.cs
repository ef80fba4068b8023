using System.Diagnostics;
using System.Text.Json;
using Search.Engine.Search;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.AgainstLucene;
using Search.Engine.Tests.Infrastructure;

namespace Search.Benchmarks.Opening;

/// <summary><c>first INDEX QUERY</c>: opens an index in a new process, searches it once, then opens it again and again.</summary>
internal static class FirstVerb
{
    private const int Repeats = 200;

    /// <summary>Runs the verb; the exit status.</summary>
    public static int Run(string[] arguments)
    {
        var options = new CommandLine(arguments);
        long start = Stopwatch.GetTimestamp();
        using MappedDirectory directory = MappedDirectory.Open(options.Word(0, "INDEX"));
        using DirectoryReader reader = DirectoryReader.Open(directory);
        double opened = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        new IndexSearcher(reader).Search(new QueryLine("first", options.Word(1, "QUERY")).ToQuery(ParagraphIndexer.Analyzer), 10);
        double searched = Stopwatch.GetElapsedTime(start).TotalMilliseconds - opened;

        long searchedAt = Stopwatch.GetTimestamp();
        var again = new double[Repeats];
        for (var i = 0; i < Repeats; i++)
        {
            long begun = ThreadClock.Nanoseconds();
            DirectoryReader.Open(directory).Dispose();
            again[i] = (ThreadClock.Nanoseconds() - begun) / 1e6;
        }
        Array.Sort(again);
        var figures = new FirstFigures(opened, searched, again[Repeats / 2], Stopwatch.GetElapsedTime(searchedAt).TotalMilliseconds, ProcessMemory.Megabytes("VmHWM"), ProcessMemory.Megabytes("RssAnon"));
        Console.WriteLine(JsonSerializer.Serialize(figures, ReportJson.Default.FirstFigures));
        return 0;
    }
}

/// <summary>What <c>first</c> prints, in milliseconds.</summary>
/// <param name="OpenMs">The first opening, compilation of the code included.</param>
/// <param name="SearchMs">The first search, likewise.</param>
/// <param name="OpenAgainMs">Median processor time of opening once the code is warm.</param>
/// <param name="AgainMs">What all the openings after the first search took.</param>
internal sealed record FirstFigures(double OpenMs, double SearchMs, double OpenAgainMs, double AgainMs, long VmHwmMb, long RssAnonMb);
