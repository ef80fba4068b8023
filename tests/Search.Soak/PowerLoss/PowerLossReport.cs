namespace Search.Soak.PowerLoss;

/// <summary>What a run of <see cref="PowerLossRun"/> survived.</summary>
/// <param name="Operations">Changes of the disk.</param>
/// <param name="Losses">Power losses simulated; those that leave the same as the one before are left out.</param>
/// <param name="Commits">Commits that the script made.</param>
public sealed record PowerLossReport(int Operations, int Losses, int Commits)
{
    public override string ToString() => $"{Losses} power losses after {Operations} changes of the disk, {Commits} commits";

    /// <summary>Two runs together.</summary>
    public PowerLossReport Plus(PowerLossReport other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Operations + other.Operations, Losses + other.Losses, Commits + other.Commits);
    }
}
