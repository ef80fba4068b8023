namespace Search.Soak.Faults;

/// <summary>What a <see cref="FaultRun"/> survived.</summary>
/// <param name="Faults">Runs in which something failed.</param>
/// <param name="Thrown">Those in which the caller was told; in the others it did not matter to him.</param>
public sealed record FaultReport(int Faults, int Thrown)
{
    public override string ToString() => $"{Faults} faults, {Thrown} of them exceptions";

    /// <summary>Two runs together.</summary>
    public FaultReport Plus(FaultReport other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Faults + other.Faults, Thrown + other.Thrown);
    }
}
