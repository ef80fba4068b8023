namespace Search.Engine.Store;

/// <summary>A sound file of a format version that this engine does not read: too old or too new.</summary>
public sealed class IndexFormatException(string message, string fileName) : CorruptIndexException(message, fileName);
