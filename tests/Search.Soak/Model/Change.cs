namespace Search.Soak.Model;

/// <summary>One change of one key of the model.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Key">The key.</param>
/// <param name="Entry">What the key holds afterwards; not used by deletes.</param>
public readonly record struct Change(ChangeKind Kind, string Key, Entry Entry);

/// <summary>What a change does.</summary>
public enum ChangeKind
{
    /// <summary>Adds a key that is not there.</summary>
    Add,

    /// <summary>Puts an entry in the place of what the key holds, if it holds something.</summary>
    Put,

    /// <summary>Deletes the key, if it is there.</summary>
    Delete,
}

/// <summary>What a key holds: documents side by side, all of one version.</summary>
/// <param name="Version">Number of the change that wrote them.</param>
/// <param name="Size">How many documents, at least 1.</param>
public readonly record struct Entry(int Version, int Size);
