namespace Search.Engine.Index;

/// <summary>Reads the first text that a document stores in a field, and nothing behind it.</summary>
internal sealed class FirstStoredText(string name) : StoredFieldVisitor
{
    /// <summary>The text; null until it was found.</summary>
    public string? Text { get; private set; }

    public override Decision Needs(FieldInfo field) =>
        Text is not null ? Decision.Stop : string.Equals(field.Name, name, StringComparison.Ordinal) ? Decision.Read : Decision.Skip;

    public override void Visit(FieldInfo field, string value) => Text = value;
}
