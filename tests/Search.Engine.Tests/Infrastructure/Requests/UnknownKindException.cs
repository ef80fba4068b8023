namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>A tree names a kind of query that this engine does not have.</summary>
internal sealed class UnknownKindException(string kind) : Exception($"no query kind {kind}");
