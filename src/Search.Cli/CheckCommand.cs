using System.CommandLine;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Cli;

/// <summary><c>search check [DIR] [--repair [--confirm]]</c>: reads an index from end to end, says whether it is sound, and drops what is damaged.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string> folder = CommandFrame.IndexArgument();
        var repair = new Option<bool>("--repair") { Description = "Says which segments a repair would drop and how many documents would be lost; drops them with --confirm." };
        var confirm = new Option<bool>("--confirm") { Description = "With --repair: writes a commit without the damaged segments. Their documents are lost." };
        var command = new Command("check", "Reads an index from end to end: checksums, order, counts.") { folder, repair, confirm };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(confirm) && !parsed.GetValue(repair))
                parsed.AddError("--confirm goes with --repair");
        });
        command.SetAction((parsed, cancellation) => Task.FromResult(CommandFrame.Run(
            () => Run(parsed.GetRequiredValue(folder), parsed.GetValue(repair), parsed.GetValue(confirm), cancellation))));
        return command;
    }

    private static int Run(string folder, bool repairs, bool isConfirmed, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
            return CommandFrame.Fail(ExitCodes.Failure, $"there is no index in {folder}");
        using MappedDirectory directory = MappedDirectory.Open(folder);
        IndexCheckReport report = IndexChecker.Check(directory, cancellation);
        Print(report);
        if (report.IsSound || !repairs)
            return report.IsSound ? ExitCodes.Success : ExitCodes.Incomplete;
        return Repair(directory, IndexRepair.Plan(report), isConfirmed);
    }

    private static void Print(IndexCheckReport report)
    {
        foreach (SegmentCheckReport segment in report.Segments)
        {
            string outcome = segment.Problems.Count == 0 ? "sound" : $"{segment.Problems.Count} problems";
            Console.WriteLine(segment.MaxDoc < 0
                ? $"{segment.Name,-8} an unknown number of documents: {outcome}"
                : $"{segment.Name,-8} {segment.NumDocs} of {segment.MaxDoc} documents, {segment.Terms} terms, {segment.Postings} postings, {segment.Positions} positions: {outcome}");
            foreach (string problem in segment.Problems)
                Console.WriteLine($"  {problem}");
        }
        foreach (string problem in report.Problems)
            Console.WriteLine(problem);
        Console.WriteLine(report.IsSound ? $"commit {report.Generation} is sound" : "the index is not sound");
    }

    private static int Repair(MappedDirectory directory, IndexRepairPlan plan, bool isConfirmed)
    {
        if (!plan.IsNeeded)
        {
            Console.WriteLine("nothing can be repaired: the problems are formats that are not read");
            return ExitCodes.Incomplete;
        }
        string unknown = plan.SegmentsOfUnknownSize == 0 ? "" : $" and those of {plan.SegmentsOfUnknownSize} segments that do not tell their number";
        string loss = $"{plan.LostDocuments} documents{unknown}";
        Console.WriteLine($"segments to drop: {(plan.Dropped.Count == 0 ? "none" : string.Join(' ', plan.Dropped.Select(segment => segment.Name)))}");
        if (!isConfirmed)
        {
            Console.WriteLine($"a repair loses {loss}; nothing was changed, add --confirm to do it");
            return ExitCodes.Incomplete;
        }
        long generation = IndexRepair.Repair(directory, plan);
        Console.WriteLine($"commit {generation} was written without them; {loss} are lost");
        return ExitCodes.Success;
    }
}
