namespace Search.Soak.Damage;

/// <summary>What became of many damaged indexes.</summary>
/// <param name="RefusedAtOpen">Cases that could not be opened.</param>
/// <param name="RefusedLater">Cases that were refused by some reading.</param>
/// <param name="Read">Cases that say something else and nothing impossible.</param>
/// <param name="SlowestMs">Milliseconds of the slowest case.</param>
/// <param name="Slowest">Its number.</param>
/// <param name="MostExcessBytes">The most that a case allocated above what its index needs when it is sound.</param>
public sealed record DamageReport(int RefusedAtOpen, int RefusedLater, int Read, double SlowestMs, int Slowest, long MostExcessBytes)
{
    /// <summary>All cases.</summary>
    public int Cases => RefusedAtOpen + RefusedLater + Read;

    /// <summary>Two runs together.</summary>
    public DamageReport Plus(DamageReport other)
    {
        ArgumentNullException.ThrowIfNull(other);
        DamageReport slower = SlowestMs >= other.SlowestMs ? this : other;
        return new(
            RefusedAtOpen + other.RefusedAtOpen, RefusedLater + other.RefusedLater, Read + other.Read, slower.SlowestMs, slower.Slowest,
            Math.Max(MostExcessBytes, other.MostExcessBytes));
    }

    public override string ToString() =>
        $"{Cases} damaged indexes: {RefusedAtOpen} refused at open, {RefusedLater} later, {Read} readable; the slowest (case {Slowest}) took {SlowestMs:F0} ms; at most {MostExcessBytes >> 10} KB were allocated above what sound ones need";
}
