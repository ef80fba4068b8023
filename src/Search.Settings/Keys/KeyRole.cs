namespace Search.Settings.Keys;

/// <summary>What the holder of a key may do.</summary>
public enum KeyRole
{
    /// <summary>Read: search, articles, export.</summary>
    Search,

    /// <summary>Read and write.</summary>
    Admin,
}
