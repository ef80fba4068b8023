using Search.Engine.Store;
using Search.Soak.PowerLoss;

namespace Search.Engine.Tests.Soak;

public sealed class PowerLossTests
{
    [Theory]
    [InlineData(1, 50, 0)]
    [InlineData(2, 20, 1)]
    public void After_a_loss_at_any_change_the_last_acknowledged_commit_is_whole(int seed, int steps, int fortunes)
    {
        PowerLossReport report = PowerLossRun.Run(seed, steps, fortunes);
        Assert.True(report.Commits >= 2 && report.Losses > 100, report.ToString());
    }

    [Fact]
    public void Only_synced_bytes_of_synced_entries_survive()
    {
        using var disk = new PowerLossDirectory();
        Write(disk, "synced", [1, 2]);
        Write(disk, "unsynced", [3]);
        disk.Sync(["synced"]);
        Assert.Empty(disk.AfterPowerLoss().ListAll());

        disk.SyncMetadata();
        disk.Rename("synced", "renamed");
        using MemoryDirectory survivors = disk.AfterPowerLoss();
        Assert.Equal(["synced", "unsynced"], survivors.ListAll());
        Assert.Equal((2L, 0L), (survivors.FileLength("synced"), survivors.FileLength("unsynced")));

        disk.SyncMetadata();
        Assert.Equal(["renamed", "unsynced"], disk.AfterPowerLoss().ListAll());
    }

    private static void Write(IndexDirectory disk, string name, byte[] content)
    {
        using IndexOutput output = disk.CreateOutput(name);
        output.WriteBytes(content);
    }
}
