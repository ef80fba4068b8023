using Search.Soak.Damage;

namespace Search.Engine.Tests.Soak;

public sealed class DamageTests
{
    private const int Cases = 2000;

    [Fact]
    public void Damaged_indexes_are_refused_or_read_as_what_they_say_cases_0_to_1999()
    {
        DamageReport report = DamageRun.Run(first: 0, Cases);
        Assert.Equal(Cases, report.Cases);
        Assert.True(report is { RefusedAtOpen: > 200, RefusedLater: > 200, Read: > 20 }, report.ToString());
    }
}
