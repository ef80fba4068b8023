using System.CommandLine;

namespace Search.Soak.PowerLoss;

/// <summary><c>power-loss [--scripts 20] [--steps 400] [--fortunes 4] [--seed 1]</c>: a power loss after every change of the disk.</summary>
internal static class PowerLossCommand
{
    public static Command Create()
    {
        Option<int> scripts = SoakFrame.Number("--scripts", 20, "How many scripts.");
        Option<int> steps = SoakFrame.Number("--steps", 400, "Steps of a script.");
        Option<int> fortunes = SoakFrame.Number("--fortunes", 4, "Random outcomes after each change, besides the strict one.");
        Option<int> seed = SoakFrame.Seed();
        var command = new Command("power-loss", "Loses everything that was not synced after every change of the disk.") { scripts, steps, fortunes, seed };
        command.SetAction(parsed => SoakFrame.Run(() =>
        {
            var total = new PowerLossReport(0, 0, 0);
            for (var script = 0; script < parsed.GetRequiredValue(scripts); script++)
            {
                total = total.Plus(PowerLossRun.Run(
                    parsed.GetRequiredValue(seed) + script, parsed.GetRequiredValue(steps), parsed.GetRequiredValue(fortunes)));
            }
            return total.ToString();
        }));
        return command;
    }
}
