using Search.Engine.Indexing.Commits;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing.Commits;

public class FileReferencesTests
{
    [Fact]
    public void A_file_goes_with_its_last_reference()
    {
        using MemoryDirectory directory = WithFiles("_0.si", "_1.si");
        var references = new FileReferences(directory);
        references.Acquire(["_0.si", "_1.si"]);
        references.Acquire(["_0.si"]);
        references.Release(["_0.si", "_1.si"]);
        Assert.Equal(["_0.si"], directory.ListAll());
        references.Release(["_0.si"]);
        Assert.Empty(directory.ListAll());
    }

    [Fact]
    public void Unreferenced_files_are_deleted_only_when_they_are_named()
    {
        using MemoryDirectory directory = WithFiles("_0.si", "_1.si", "_2.si");
        var references = new FileReferences(directory);
        references.Acquire(["_0.si"]);
        references.DeleteUnreferenced(["_0.si", "_1.si", "_9.si"]);
        Assert.Equal(["_0.si", "_2.si"], directory.ListAll());
    }

    private static MemoryDirectory WithFiles(params string[] names)
    {
        var directory = new MemoryDirectory();
        foreach (string name in names)
            directory.CreateOutput(name).Dispose();
        return directory;
    }
}
