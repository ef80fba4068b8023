using System.CommandLine;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Cli;

/// <summary><c>search check [DIR]</c>: reads an index from end to end and says whether it is sound.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string> folder = CommandFrame.IndexArgument();
        var command = new Command("check", "Reads an index from end to end: checksums, order, counts.") { folder };
        command.SetAction((parsed, cancellation) => Task.FromResult(CommandFrame.Run(() => Run(parsed.GetRequiredValue(folder), cancellation))));
        return command;
    }

    private static int Run(string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
            return CommandFrame.Fail(ExitCodes.Failure, $"there is no index in {folder}");
        using MappedDirectory directory = MappedDirectory.Open(folder);
        IndexCheckReport report = IndexChecker.Check(directory, cancellation);
        foreach (SegmentCheckReport segment in report.Segments)
        {
            Console.WriteLine(
                $"{segment.Name,-8} {segment.NumDocs} of {segment.MaxDoc} documents, {segment.Terms} terms, {segment.Postings} postings, {segment.Positions} positions: "
                + (segment.Problems.Count == 0 ? "sound" : $"{segment.Problems.Count} problems"));
            foreach (string problem in segment.Problems)
                Console.WriteLine($"  {problem}");
        }
        foreach (string problem in report.Problems)
            Console.WriteLine(problem);
        Console.WriteLine(report.IsSound ? $"commit {report.Generation} is sound" : "the index is not sound");
        return report.IsSound ? ExitCodes.Success : ExitCodes.Incomplete;
    }
}
