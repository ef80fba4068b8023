using Search.Engine.Index;

namespace Search.AotSample;

/// <summary>The stored values of one document.</summary>
internal sealed class StoredText : StoredFieldVisitor
{
    public string File { get; private set; } = "";

    public string Body { get; private set; } = "";

    public override Decision Needs(FieldInfo field) => Decision.Read;

    public override void Visit(FieldInfo field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Name == "file")
            File = value;
        else
            Body = value;
    }
}
