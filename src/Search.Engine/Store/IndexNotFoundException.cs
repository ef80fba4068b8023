namespace Search.Engine.Store;

/// <summary>The directory holds no commit.</summary>
public sealed class IndexNotFoundException(string message) : IOException(message);
