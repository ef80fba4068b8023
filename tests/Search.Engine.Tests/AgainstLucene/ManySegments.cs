namespace Search.Engine.Tests.AgainstLucene;

/// <summary>As many segments as a small buffer makes.</summary>
public sealed class ManySegments() : WrittenIndex(bufferBytes: 4 << 20);
