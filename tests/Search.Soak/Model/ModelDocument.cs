using Search.Engine.Index;

namespace Search.Soak.Model;

/// <summary>A document as it is stored in an index of <see cref="ModelDocuments"/>.</summary>
internal sealed record ModelDocument(string Key, Entry Entry, int Part, int DocId)
{
    /// <summary>Whether the block ends here.</summary>
    public bool IsLast => Part == Entry.Size - 1;

    /// <exception cref="SoakFailureException">The body is not what its key, version and part say.</exception>
    public static ModelDocument Read(LeafReader reader, int docId)
    {
        var visitor = new Visitor();
        reader.VisitStored(docId, visitor);
        var document = new ModelDocument(visitor.Key, new Entry(visitor.Version, visitor.Size), visitor.Part, docId);
        return visitor.Body == ModelDocuments.Body(document.Key, document.Entry, document.Part)
            ? document
            : throw new SoakFailureException($"{document} has another body: {visitor.Body}");
    }

    public override string ToString() => $"{Key} version {Entry.Version}, {Part + 1} of {Entry.Size}, document {DocId}";

    private sealed class Visitor : StoredFieldVisitor
    {
        public string Key { get; private set; } = "";

        public string Body { get; private set; } = "";

        public int Version { get; private set; }

        public int Part { get; private set; }

        public int Size { get; private set; }

        public override Decision Needs(FieldInfo field) => Decision.Read;

        public override void Visit(FieldInfo field, string value)
        {
            if (field.Name == "key")
                Key = value;
            else
                Body = value;
        }

        public override void Visit(FieldInfo field, int value)
        {
            switch (field.Name)
            {
                case "version":
                    Version = value;
                    break;
                case "part":
                    Part = value;
                    break;
                default:
                    Size = value;
                    break;
            }
        }
    }
}
