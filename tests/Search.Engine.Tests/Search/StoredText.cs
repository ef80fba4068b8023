using Search.Engine.Index;

namespace Search.Engine.Tests.Search;

/// <summary>Reads one stored string of a document.</summary>
internal sealed class StoredText(string name) : StoredFieldVisitor
{
    private string? _value;

    public static string Of(IndexReader reader, int doc, string name)
    {
        var visitor = new StoredText(name);
        reader.VisitStored(doc, visitor);
        return visitor._value ?? throw new InvalidOperationException($"document {doc} has no stored {name}");
    }

    public override Decision Needs(FieldInfo field) => _value is not null ? Decision.Stop : field.Name == name ? Decision.Read : Decision.Skip;

    public override void Visit(FieldInfo field, string value) => _value = value;
}
