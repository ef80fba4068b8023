using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Variants;

namespace Search.Engine.Tests.Segments;

public sealed class ReaderOptionsTests
{
    [Fact]
    public void Soft_deletions_are_hidden_unless_they_are_asked_for()
    {
        using MappedDirectory directory = MappedDirectory.Open(Variant.Of("soft-deletes").Index);
        using DirectoryReader hidden = DirectoryReader.Open(directory);
        using DirectoryReader named = DirectoryReader.Open(directory, new ReaderOptions { SoftDeletesField = "__soft_deletes" });
        using DirectoryReader shown = DirectoryReader.Open(directory, new ReaderOptions { ShowsSoftDeleted = true });

        Assert.Equal(LiveIds(hidden), LiveIds(named));
        Assert.Equal(118, hidden.NumDocs); // 120 were written and two deleted for good; every softly deleted one has a successor
        Assert.True(shown.NumDocs > hidden.NumDocs);
        Assert.Equal(hidden.Leaves.Count + 1, shown.Leaves.Count); // a whole segment is softly deleted
    }

    [Fact]
    public void Any_column_can_mark_the_documents_to_hide()
    {
        using MappedDirectory directory = MappedDirectory.Open(Variant.Of("compound").Index);
        using DirectoryReader all = DirectoryReader.Open(directory);
        using DirectoryReader without = DirectoryReader.Open(directory, new ReaderOptions { SoftDeletesField = "some" });

        string[] expected = [.. LiveIds(all).Where(id => int.Parse(id[1..]) % 4 != 0)];
        Assert.Equal(expected, LiveIds(without));
    }

    private static string[] LiveIds(DirectoryReader reader)
    {
        var ids = new List<string>();
        foreach (Leaf leaf in reader.Leaves)
        {
            for (var doc = 0; doc < leaf.Reader.MaxDoc; doc++)
            {
                if (leaf.Reader.LiveDocs?.Get(doc) != false)
                    leaf.Reader.VisitStored(doc, new IdReader(ids));
            }
        }
        return [.. ids];
    }

    private sealed class IdReader(List<string> ids) : StoredFieldVisitor
    {
        public override Decision Needs(FieldInfo field) => field.Name == "id" ? Decision.Read : Decision.Skip;

        public override void Visit(FieldInfo field, string value) => ids.Add(value);
    }
}
