namespace Search.Engine.Store;

/// <summary>Which names a directory takes: plain ones, so that no name reaches outside of it.</summary>
internal static class FileNames
{
    /// <summary>Whether a name denotes a file directly in the directory, on every operating system.</summary>
    public static bool IsLegal(string name) =>
        name.Length is > 0 and <= 255 && name is not ("." or "..") && name.AsSpan().IndexOfAny("/\\:\0") < 0;

    /// <exception cref="ArgumentException">The name is not plain, or is that of the lock file.</exception>
    public static void ThrowIfIllegal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsLegal(name))
            throw new ArgumentException($"\"{name}\" is no plain file name.", nameof(name));
        // Closing any descriptor of it would release a record lock that this process holds.
        if (name == WriteLock.FileName)
            throw new ArgumentException($"{name} belongs to the write lock.", nameof(name));
    }
}
