namespace Search.Soak.Faults;

/// <summary>What can fail at a directory.</summary>
public enum FaultKind
{
    /// <summary>Listing the files.</summary>
    List,

    /// <summary>Creating a file.</summary>
    Create,

    /// <summary>Writing: half of the bytes arrive, as on a full disk.</summary>
    Write,

    /// <summary>Closing a file that was written.</summary>
    Close,

    /// <summary>Making a file durable.</summary>
    Sync,

    /// <summary>Making the directory durable.</summary>
    SyncMetadata,

    /// <summary>Renaming.</summary>
    Rename,

    /// <summary>Deleting.</summary>
    Delete,

    /// <summary>Opening a file for reading.</summary>
    Open,

    /// <summary>Opening a file for reading succeeds, but only its first half is there.</summary>
    Truncate,

    /// <summary>The write lock: it cannot be had, or it is lost.</summary>
    Lock,
}

/// <summary>Which operation fails.</summary>
/// <param name="Kind">Its kind; no other kind fails.</param>
/// <param name="At">Its number among those of its kind, from 1.</param>
/// <param name="ForEver">Whether all later ones of the kind fail too.</param>
public sealed record FaultPlan(FaultKind Kind, int At, bool ForEver);

/// <summary>The fault that a <see cref="FaultyDirectory"/> makes.</summary>
public sealed class InjectedFaultException(string message) : IOException(message);
