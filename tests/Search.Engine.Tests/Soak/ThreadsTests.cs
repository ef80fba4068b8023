using Search.Soak.Threads;

namespace Search.Engine.Tests.Soak;

public sealed class ThreadsTests
{
    [Fact]
    public void Every_result_of_searches_beside_writing_committing_and_refreshing_is_true_of_one_snapshot()
    {
        ThreadsReport report = ThreadsRun.Run(new ThreadsOptions(Seed: 1, Searches: 3000, Commits: 15) { InMemory = true, Searchers = 4 });
        Assert.True(report is { Snapshots: > 3, Changes: > 100, Refreshes: > 3 }, report.ToString());
    }
}
