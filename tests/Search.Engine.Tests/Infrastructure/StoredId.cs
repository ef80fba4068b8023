using Search.Engine.Index;

namespace Search.Engine.Tests.Infrastructure;

/// <summary>The stored field <c>id</c> of a document.</summary>
internal sealed class StoredId : StoredFieldVisitor
{
    private string? _id;

    /// <exception cref="InvalidOperationException">The document has none.</exception>
    public static string Of(IndexReader reader, int docId)
    {
        var visitor = new StoredId();
        reader.VisitStored(docId, visitor);
        return visitor._id ?? throw new InvalidOperationException($"document {docId} has no id");
    }

    public override Decision Needs(FieldInfo field) => _id is not null ? Decision.Stop : field.Name == "id" ? Decision.Read : Decision.Skip;

    public override void Visit(FieldInfo field, string value) => _id = value;
}
