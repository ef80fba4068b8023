using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

/// <summary>What a reader that is opened now sees, in the words of the golden writer script: <c>id:text</c> of each live document.</summary>
internal static class Seen
{
    /// <summary>Live documents in index order; null when there is no commit.</summary>
    public static string? In(IndexDirectory directory)
    {
        if (CommitFiles.Latest(directory) < 0)
            return null;
        using DirectoryReader reader = DirectoryReader.Open(directory);
        return In(reader);
    }

    /// <summary>Live documents in index order.</summary>
    public static string In(IndexReader reader) => string.Join(' ', Texts(reader));

    /// <summary>A document with a keyword <c>id</c> and a text <c>t</c>, both stored.</summary>
    public static Document Document(string id, string text) => new()
    {
        Field.CreateKeyword("id", id, stored: true),
        Field.CreateText("t", text, stored: true),
    };

    /// <summary>The live documents of a reader, in index order.</summary>
    public static IEnumerable<string> Texts(IndexReader reader)
    {
        foreach (Leaf leaf in reader.Leaves)
        {
            for (var docId = 0; docId < leaf.Reader.MaxDoc; docId++)
            {
                if (leaf.Reader.LiveDocs?.Get(docId) == false)
                    continue;
                var visitor = new Visitor();
                leaf.Reader.VisitStored(docId, visitor);
                yield return string.Join(':', visitor.Values);
            }
        }
    }

    private sealed class Visitor : StoredFieldVisitor
    {
        public List<string> Values { get; } = [];

        public override Decision Needs(FieldInfo field) => Decision.Read;

        public override void Visit(FieldInfo field, string value) => Values.Add(value);
    }
}
