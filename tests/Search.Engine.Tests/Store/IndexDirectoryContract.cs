using Search.Engine.Store;

namespace Search.Engine.Tests.Store;

/// <summary>What every directory promises; one class a kind.</summary>
public abstract class IndexDirectoryContract : IDisposable
{
    protected abstract IndexDirectory Index { get; }

    public virtual void Dispose() => GC.SuppressFinalize(this);

    [Fact]
    public void Files_read_what_was_written()
    {
        byte[] bytes = new byte[200_000];
        new Random(1).NextBytes(bytes);
        Write("_0.a", bytes);

        using IndexInput input = Index.OpenInput("_0.a");
        Assert.Equal("_0.a", input.Name);
        Assert.Equal(bytes.Length, input.Length);
        Assert.Equal(bytes.Length, Index.FileLength("_0.a"));
        Assert.Equal(bytes, input.ReadSpan(bytes.Length).ToArray());
    }

    [Fact]
    public void Empty_files_are_readable()
    {
        Write("_0.a", []);
        using IndexInput input = Index.OpenInput("_0.a");
        Assert.Equal(0, input.Length);
        Assert.Throws<CorruptIndexException>(() => input.ReadByte());
    }

    [Fact]
    public void Files_are_written_once()
    {
        Write("_0.a", [1]);
        Assert.ThrowsAny<IOException>(() => Index.CreateOutput("_0.a"));
        using IndexInput input = Index.OpenInput("_0.a");
        Assert.Equal(1, input.ReadByte());
    }

    [Fact]
    public void Names_come_in_ordinal_order()
    {
        Write("b", []);
        Write("_a", []);
        Write("B", []);
        Assert.Equal(["B", "_a", "b"], Index.ListAll());
    }

    [Fact]
    public void What_is_not_there_is_a_FileNotFoundException()
    {
        Assert.Throws<FileNotFoundException>(() => Index.OpenInput("_0.a"));
        Assert.Throws<FileNotFoundException>(() => Index.FileLength("_0.a"));
        Assert.Throws<FileNotFoundException>(() => Index.DeleteFile("_0.a"));
        Assert.Throws<FileNotFoundException>(() => Index.Sync(["_0.a"]));
        Assert.Throws<FileNotFoundException>(() => Index.Rename("_0.a", "_0.b"));
    }

    [Fact]
    public void Inputs_outlive_the_deletion_of_their_file()
    {
        Write("_0.a", [1, 2, 3]);
        using IndexInput input = Index.OpenInput("_0.a");
        Index.DeleteFile("_0.a");
        Assert.Empty(Index.ListAll());
        Assert.Equal([1, 2, 3], input.ReadSpan(3).ToArray());
    }

    [Fact]
    public void Rename_moves_the_content_and_never_overwrites()
    {
        Write("pending_segments_1", [1]);
        Write("segments_2", [2]);
        Assert.ThrowsAny<IOException>(() => Index.Rename("pending_segments_1", "segments_2"));
        Index.Rename("pending_segments_1", "segments_1");
        Assert.Equal(["segments_1", "segments_2"], Index.ListAll());
        using IndexInput input = Index.OpenInput("segments_1");
        Assert.Equal(1, input.ReadByte());
    }

    [Fact]
    public void Sync_accepts_files_and_the_directory()
    {
        Write("_0.a", [1, 2, 3]);
        Index.Sync(["_0.a"]);
        Index.SyncMetadata();
        Assert.Equal(3, Index.FileLength("_0.a"));
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a\\b")]
    public void Names_cannot_leave_the_directory(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => Index.CreateOutput(name));

    [Fact]
    public void One_writer_at_a_time()
    {
        using (WriteLock first = Index.ObtainWriteLock())
        {
            first.EnsureValid();
            Assert.Throws<LockHeldException>(() => Index.ObtainWriteLock());
            first.EnsureValid();
        }
        using WriteLock second = Index.ObtainWriteLock();
        second.EnsureValid();
    }

    [Fact]
    public void A_released_lock_is_not_valid_and_releases_no_other()
    {
        WriteLock first = Index.ObtainWriteLock();
        first.Dispose();
        Assert.ThrowsAny<Exception>(first.EnsureValid);
        using WriteLock second = Index.ObtainWriteLock();
        first.Dispose();
        Assert.Throws<LockHeldException>(() => Index.ObtainWriteLock());
        second.EnsureValid();
    }

    [Fact]
    public void Of_many_threads_one_gets_the_lock()
    {
        var winners = new System.Collections.Concurrent.ConcurrentBag<WriteLock>();
        Parallel.For(0, 16, _ =>
        {
            try
            {
                winners.Add(Index.ObtainWriteLock());
            }
            catch (LockHeldException)
            {
                // All but one end here.
            }
        });
        Assert.Single(winners).Dispose();
    }

    protected void Write(string name, byte[] content)
    {
        using IndexOutput output = Index.CreateOutput(name);
        output.WriteBytes(content);
    }
}
