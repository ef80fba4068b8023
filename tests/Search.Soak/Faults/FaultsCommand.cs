using System.CommandLine;
using Search.Soak.Model;

namespace Search.Soak.Faults;

/// <summary><c>faults [--scripts 5] [--steps 120] [--rounds 1000] [--seed 1]</c>: every operation of the directory fails once, and once for ever.</summary>
internal static class FaultsCommand
{
    public static Command Create()
    {
        Option<int> scripts = SoakFrame.Number("--scripts", 5, "Random scripts, besides the short one; -1: none at all.");
        Option<int> steps = SoakFrame.Number("--steps", 120, "Steps of a random script.");
        Option<int> rounds = SoakFrame.Number("--rounds", 1000, "Faults among many threads.");
        Option<int> seed = SoakFrame.Seed();
        var command = new Command("faults", "Lets every single operation of the directory fail, once and for ever.") { scripts, steps, rounds, seed };
        command.SetAction(parsed => SoakFrame.Run(() =>
            Run(parsed.GetRequiredValue(scripts), parsed.GetRequiredValue(steps), parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(seed))));
        return command;
    }

    private static string Run(int scripts, int steps, int rounds, int seed)
    {
        var total = new FaultReport(0, 0);
        for (var script = 0; script <= scripts; script++)
        {
            IReadOnlyList<ScriptStep> list = script == 0 ? ScriptSteps.Short : ScriptSteps.Random(seed + script, steps);
            foreach (FaultKind kind in FaultRun.Kinds)
            {
                foreach (bool forEver in (bool[])[false, true])
                {
                    FaultReport report = FaultRun.Run(kind, forEver, seed + script, list);
                    Console.WriteLine($"script {script}, {kind}{(forEver ? " for ever" : "")}: {report}");
                    total = total.Plus(report);
                }
            }
        }
        int concurrent = ConcurrentFaultRun.Run(seed, rounds);
        return $"{total}; {concurrent} faults among many threads";
    }
}
