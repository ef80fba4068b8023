using Search.Soak.Faults;
using Search.Soak.Model;

namespace Search.Engine.Tests.Soak;

public sealed class FaultTests
{
    [Theory]
    [InlineData(FaultKind.List, false, 1)]
    [InlineData(FaultKind.Create, false, 5)]
    [InlineData(FaultKind.Create, true, 17)]
    [InlineData(FaultKind.Write, false, 11)]
    [InlineData(FaultKind.Write, true, 17)]
    [InlineData(FaultKind.Close, false, 9)]
    [InlineData(FaultKind.Sync, false, 5)]
    [InlineData(FaultKind.SyncMetadata, false, 1)]
    [InlineData(FaultKind.SyncMetadata, true, 1)]
    [InlineData(FaultKind.Rename, false, 1)]
    [InlineData(FaultKind.Rename, true, 1)]
    [InlineData(FaultKind.Open, false, 23)]
    [InlineData(FaultKind.Truncate, false, 23)]
    [InlineData(FaultKind.Lock, false, 3)]
    public void A_fault_at_any_operation_is_told_and_costs_nothing_that_was_committed(FaultKind kind, bool forEver, int stride)
    {
        FaultReport report = FaultRun.Run(kind, forEver, seed: 1, ScriptSteps.Short, stride);
        Assert.True(report.Faults > 0, report.ToString());
        Assert.Equal(report.Faults, report.Thrown);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Files_that_cannot_be_deleted_are_nobodys_trouble(bool forEver)
    {
        FaultReport report = FaultRun.Run(FaultKind.Delete, forEver, seed: 1, ScriptSteps.Short, stride: 13);
        Assert.True(report is { Faults: > 10, Thrown: 0 }, report.ToString());
    }

    [Fact]
    public void A_fault_among_many_threads_reaches_them_all_and_costs_nothing_that_was_committed() =>
        Assert.True(ConcurrentFaultRun.Run(seed: 7, rounds: 40) >= 5);
}
