using Search.Engine.Indexing;

namespace Search.Engine.Tests.AgainstLucene;

/// <summary>One segment, before it is changed.</summary>
public sealed class OneSegment() : WrittenIndex(IndexWriterOptions.MaxBufferBytes);
