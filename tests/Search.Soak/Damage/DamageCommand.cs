using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Search.Soak.Damage;

/// <summary><c>damage [--count 100000] [--first 0]</c>: damaged indexes, in child processes.</summary>
internal static class DamageCommand
{
    private const string ChildVerb = "damage-cases";
    private const int CasesOfChild = 5000;

    public static Command Create()
    {
        Option<int> count = SoakFrame.Number("--count", 100_000, "How many cases.");
        Option<int> first = SoakFrame.Number("--first", 0, "Number of the first case; a case follows from its number.");
        var command = new Command("damage", "Flipped, cut, swapped, filled, replaced bytes: only refusals may come out.") { count, first };
        command.SetAction(parsed => SoakFrame.Run(() => RunChildren(parsed.GetRequiredValue(first), parsed.GetRequiredValue(count)).ToString()));
        return command;
    }

    /// <summary>The child's verb: prints the case before it runs it, so that the parent knows which one killed it.</summary>
    public static Command CreateChild()
    {
        var first = new Argument<int>("first");
        var count = new Argument<int>("count");
        var command = new Command(ChildVerb, "Runs cases in this process.") { first, count };
        command.Hidden = true;
        command.SetAction(parsed => SoakFrame.Run(() =>
        {
            DamageReport report = DamageRun.Run(parsed.GetRequiredValue(first), parsed.GetRequiredValue(count), number => Console.WriteLine(number));
            return string.Create(CultureInfo.InvariantCulture, $"{report.RefusedAtOpen} {report.RefusedLater} {report.Read} {report.SlowestMs} {report.Slowest} {report.MostExcessBytes}");
        }));
        return command;
    }

    private static DamageReport RunChildren(int first, int count)
    {
        var report = new DamageReport(0, 0, 0, 0, first, 0);
        for (int done = 0; done < count; done += CasesOfChild)
        {
            report = report.Plus(RunChild(first + done, Math.Min(CasesOfChild, count - done)));
            Console.WriteLine(report);
        }
        return report;
    }

    private static DamageReport RunChild(int first, int count)
    {
        // The program itself, or the host that was given its library.
        string program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (string argument in (string[])[ChildVerb, first.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string lastCase = "none";
        DamageReport? report = null;
        while (child.StandardOutput.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            if (words.Length == 1)
                lastCase = line;
            else if (words.Length == 6 && int.TryParse(words[0], CultureInfo.InvariantCulture, out int atOpen))
                report = new DamageReport(atOpen, Number(words[1]), Number(words[2]), double.Parse(words[3], CultureInfo.InvariantCulture), Number(words[4]), long.Parse(words[5], CultureInfo.InvariantCulture));
        }
        child.WaitForExit();
        if (child.ExitCode != SoakFrame.Kept || report is null)
            throw new SoakFailureException($"the process ended with {child.ExitCode} in case {lastCase}:\n{errors.GetAwaiter().GetResult()}");
        return report;

        static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
    }
}
