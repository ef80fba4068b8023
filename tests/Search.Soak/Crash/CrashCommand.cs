using System.CommandLine;

namespace Search.Soak.Crash;

/// <summary><c>crash [--kills 500] [--oracle-every 1] [--seed 1]</c>: kills a writing process at random moments.</summary>
internal static class CrashCommand
{
    /// <summary>The hidden verb of the process that is killed.</summary>
    public const string VictimVerb = "crash-victim";

    public static Command Create()
    {
        Option<int> kills = SoakFrame.Number("--kills", 500, "How often the writing process is killed.");
        Option<int> oracleEvery = SoakFrame.Number("--oracle-every", 1, "After every n-th kill Apache Lucene checks the index; 0: never.");
        Option<int> seed = SoakFrame.Seed();
        var command = new Command("crash", "Kills a writing process at random moments; nothing acknowledged may be lost.") { kills, oracleEvery, seed };
        command.SetAction(parsed => SoakFrame.Run(() => CrashRun.Run(new CrashOptions(
            parsed.GetRequiredValue(kills), parsed.GetRequiredValue(seed), parsed.GetRequiredValue(oracleEvery))).ToString()));
        return command;
    }

    /// <summary>The verb that a run starts as a process of its own.</summary>
    public static Command CreateVictim()
    {
        var folder = new Argument<string>("INDEX");
        Option<int> seed = SoakFrame.Seed();
        Option<int> keys = SoakFrame.Number("--keys", 0, "Keys of a thread.");
        var made = new Option<string>("--made") { Required = true };
        var command = new Command(VictimVerb) { folder, seed, keys, made };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            EndWithParent();
            CrashWriter.Run(
                parsed.GetRequiredValue(folder), parsed.GetRequiredValue(seed), parsed.GetRequiredValue(keys),
                [.. parsed.GetRequiredValue(made).Split(',').Select(int.Parse)]);
        });
        return command;
    }

    // Standard input ends when the process that started this one is gone: then nobody is left to kill it.
    private static void EndWithParent() => new Thread(() =>
    {
        while (Console.In.Read() >= 0)
        {
        }
        Environment.Exit(SoakFrame.Broken);
    })
    { IsBackground = true }.Start();
}
