using Search.Engine.Index;

namespace Search.Engine.Tests.Infrastructure;

/// <summary>The stored field <c>id</c> of a document.</summary>
internal static class StoredId
{
    /// <exception cref="InvalidOperationException">The document has none.</exception>
    public static string Of(IndexReader reader, int docId) =>
        reader.StoredText(docId, "id") ?? throw new InvalidOperationException($"document {docId} has no id");
}
