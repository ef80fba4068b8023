namespace Search.Engine.Store;

/// <summary>Another writer, of this or of another process, holds the directory's write lock.</summary>
public sealed class LockHeldException(string message, Exception? inner = null) : IOException(message, inner);
