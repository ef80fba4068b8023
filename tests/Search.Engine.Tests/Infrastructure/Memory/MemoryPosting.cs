namespace Search.Engine.Tests.Infrastructure.Memory;

/// <summary>One document of a term.</summary>
internal sealed record MemoryPosting(int DocId, MemoryPosition[] Positions);

/// <summary>One occurrence.</summary>
internal readonly record struct MemoryPosition(int Position, int StartOffset, int EndOffset);
