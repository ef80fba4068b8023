namespace Search.Engine.Indexing;

/// <summary>A document that no index takes, and the field that is at fault; the writer that refused it stays usable.</summary>
public sealed class InvalidDocumentException(string message, string field) : Exception(message)
{
    /// <summary>Name of the field that is at fault.</summary>
    public string Field { get; } = field;
}
