using Search.Engine.Store;

namespace Search.Engine.Tests.Store;

public sealed class MemoryDirectoryTests : IndexDirectoryContract
{
    protected override IndexDirectory Index { get; } = new MemoryDirectory();

    [Fact]
    public void A_file_deleted_while_it_is_written_stays_deleted()
    {
        using (IndexOutput output = Index.CreateOutput("_0.a"))
        {
            output.WriteByte(1);
            Index.DeleteFile("_0.a");
        }
        Assert.Empty(Index.ListAll());
    }

    [Fact]
    public void Slices_stay_readable_after_a_collection()
    {
        IndexInput slice = SliceOfForgottenFile();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(7, slice.ReadByte());
    }

    private static IndexInput SliceOfForgottenFile()
    {
        var directory = new MemoryDirectory();
        using (IndexOutput output = directory.CreateOutput("_0.a"))
            output.WriteBytes([7, 8]);
        return directory.OpenInput("_0.a").Slice("_0.b", 0, 1);
    }
}
