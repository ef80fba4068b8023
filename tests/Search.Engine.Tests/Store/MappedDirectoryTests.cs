using Search.Engine.Store;

namespace Search.Engine.Tests.Store;

public sealed class MappedDirectoryTests : IndexDirectoryContract
{
    private readonly TemporaryFolder _folder = new();
    private MappedDirectory? _index;

    protected override IndexDirectory Index => _index ??= MappedDirectory.Open(_folder.Path);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Open_creates_the_folder()
    {
        string path = _folder.File("a/b");
        Assert.Equal(path, MappedDirectory.Open(path).FolderPath);
        Assert.True(Directory.Exists(path));
    }

    [Fact]
    public void The_same_folder_under_another_name_is_the_same_lock()
    {
        Directory.CreateDirectory(_folder.File("real"));
        Directory.CreateSymbolicLink(_folder.File("link"), _folder.File("real"));
        using WriteLock held = MappedDirectory.Open(_folder.File("real")).ObtainWriteLock();
        Assert.Throws<LockHeldException>(() => MappedDirectory.Open(_folder.File("link")).ObtainWriteLock());
    }

    [Fact]
    public void A_replaced_lock_file_makes_the_lock_invalid()
    {
        using WriteLock held = Index.ObtainWriteLock();
        File.WriteAllText(_folder.File(WriteLock.FileName), "x");
        Assert.Throws<IOException>(held.EnsureValid);
        File.Delete(_folder.File(WriteLock.FileName));
        Assert.Throws<IOException>(held.EnsureValid);
    }

    [Fact]
    public void The_lock_file_stays_and_nothing_else_opens_it()
    {
        Index.ObtainWriteLock().Dispose();
        Assert.Equal([WriteLock.FileName], Index.ListAll());
        Assert.Throws<ArgumentException>(() => Index.OpenInput(WriteLock.FileName));
        Assert.Throws<ArgumentException>(() => Index.DeleteFile(WriteLock.FileName));
    }

    [OracleFact]
    public void A_writer_in_Java_is_kept_out()
    {
        File.WriteAllText(_folder.File("one.jsonl"), """{"id":"a"}""" + "\n");
        string index = _folder.File("index");
        using (MappedDirectory.Open(index).ObtainWriteLock())
        {
            (int exitCode, _, string error) = Oracle.TryRun("index", _folder.File("one.jsonl"), index);
            Assert.NotEqual(0, exitCode);
            Assert.Contains("LockObtainFailedException", error, StringComparison.Ordinal);
        }
        Oracle.Run("index", _folder.File("one.jsonl"), index);
    }

    [OracleFact]
    public void A_writer_in_Java_keeps_us_out()
    {
        JavaProgram java = JavaProgram.Start(
            """
            try (Directory directory = FSDirectory.open(Paths.get(args[0])); Lock lock = directory.obtainLock("write.lock")) {
                System.out.println("held");
                System.in.read();
            }
            """,
            _folder.Path);
        Assert.Equal("held", java.ReadLine());
        LockHeldException held = Assert.Throws<LockHeldException>(() => Index.ObtainWriteLock());
        Assert.Contains(_folder.Path, held.Message, StringComparison.Ordinal);
        java.Dispose();
        Index.ObtainWriteLock().Dispose();
    }
}
