namespace Search.Soak;

/// <summary>The engine broke a promise; the message says which one and how to see it again.</summary>
public sealed class SoakFailureException(string message, Exception? inner = null) : Exception(message, inner);
