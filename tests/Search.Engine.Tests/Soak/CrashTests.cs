using Search.Soak.Crash;

namespace Search.Engine.Tests.Soak;

public sealed class CrashTests
{
    [OracleFact]
    public void Killing_the_writing_process_at_random_moments_loses_nothing_that_was_acknowledged()
    {
        CrashReport report = CrashRun.Run(new CrashOptions(Kills: 20, Seed: 1, OracleEvery: 1) { KillsOfAnIndex = 10 });
        Assert.True(report is { Commits: >= 5, Changes: > 0, OracleChecks: >= 5 }, report.ToString());
    }
}
