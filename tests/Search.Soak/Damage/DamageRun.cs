using System.Diagnostics;

namespace Search.Soak.Damage;

/// <summary>Runs cases one after another in this process, under a watchdog.</summary>
public static class DamageRun
{
    /// <summary>A case that takes longer hangs.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    /// <summary>Runs the cases <c>[first, first + count)</c>.</summary>
    /// <param name="onCase">Told the number of every case before it runs; null: nobody.</param>
    /// <exception cref="SoakFailureException">Something else than a refusal came out, or a case hangs.</exception>
    public static DamageReport Run(int first, int count, Action<int>? onCase = null)
    {
        var damager = new Damager(SoundIndexes.All);
        var report = new DamageReport(0, 0, 0, 0, first, 0);
        var current = (DamageCase?)null;
        var worker = Task.Factory.StartNew(
            () =>
            {
                for (int number = first; number < first + count; number++)
                {
                    onCase?.Invoke(number);
                    DamageCase damage = damager.Create(number);
                    Volatile.Write(ref current, damage);
                    report = report.Plus(RunCase(damage));
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        for (DamageCase? watched = null; Task.WaitAny([worker], Patience) < 0;)
        {
            DamageCase? now = Volatile.Read(ref current);
            if (now is not null && now == watched)
                throw new SoakFailureException($"{now}: it hangs");
            watched = now;
        }
        worker.GetAwaiter().GetResult();
        return report;
    }

    private static DamageReport RunCase(DamageCase damage)
    {
        long start = Stopwatch.GetTimestamp();
        (DamageOutcome outcome, long excess) = DamageTrial.Run(damage);
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return outcome switch
        {
            DamageOutcome.RefusedAtOpen => new DamageReport(1, 0, 0, elapsed, damage.Number, excess),
            DamageOutcome.RefusedLater => new DamageReport(0, 1, 0, elapsed, damage.Number, excess),
            _ => new DamageReport(0, 0, 1, elapsed, damage.Number, excess),
        };
    }
}
