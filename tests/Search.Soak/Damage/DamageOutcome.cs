namespace Search.Soak.Damage;

/// <summary>What became of a damaged index.</summary>
internal enum DamageOutcome
{
    /// <summary>It could not be opened.</summary>
    RefusedAtOpen,

    /// <summary>It was opened, and some reading or the check was refused.</summary>
    RefusedLater,

    /// <summary>Everything could be read: the new bytes say something else, and nothing that cannot be.</summary>
    Read,
}
