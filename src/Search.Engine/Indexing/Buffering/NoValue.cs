namespace Search.Engine.Indexing.Buffering;

/// <summary>What stands beside the strings of a <see cref="BytesHash{TValue}"/> that only numbers them.</summary>
internal readonly struct NoValue;
