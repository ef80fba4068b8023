using Search.Engine.Store;

namespace Search.Engine.Tests;

/// <summary>Files of a few bytes for tests of what reads them.</summary>
internal static class Files
{
    /// <summary>What <paramref name="write"/> writes, as a file in memory.</summary>
    public static IndexInput Input(Action<IndexOutput> write)
    {
        using var directory = new MemoryDirectory();
        using (IndexOutput output = directory.CreateOutput("file"))
            write(output);
        return directory.OpenInput("file");
    }
}
