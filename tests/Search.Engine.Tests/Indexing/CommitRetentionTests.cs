using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing;

/// <summary>Which commits stay: deletion policies, snapshots, backups, and opening older commits.</summary>
public sealed class CommitRetentionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MappedDirectory _directory;

    public CommitRetentionTests() => _directory = MappedDirectory.Open(_folder.File("index"));

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(9, 4)]
    public void As_many_commits_stay_as_the_policy_says(int kept, int expected)
    {
        using (IndexWriter writer = Open(IndexDeletionPolicy.KeepLastN(kept)))
            WriteVersions(writer, 4);
        IReadOnlyList<IndexCommit> commits = DirectoryReader.ListCommits(_directory);
        Assert.Equal(expected, commits.Count);
        Assert.Equal(commits.SelectMany(commit => commit.Files).Distinct().Order(StringComparer.Ordinal), Files(_directory));
        for (var i = 0; i < expected; i++)
        {
            using DirectoryReader reader = DirectoryReader.Open(_directory, commits[i]);
            Assert.Equal($"1:v{4 - expected + i}", Seen.In(reader));
        }
    }

    [Fact]
    public void A_writer_that_keeps_fewer_commits_drops_the_others_when_it_is_opened()
    {
        using (IndexWriter writer = Open(IndexDeletionPolicy.KeepAll))
            WriteVersions(writer, 4);
        Open(IndexDeletionPolicy.KeepLast).Dispose();
        Assert.Equal("1:v3", Seen.In(_directory));
        Assert.Equal(CommitPoint.ReadLatest(_directory).AllFiles().Order(StringComparer.Ordinal), Files(_directory));
    }

    [Fact]
    public void A_policy_of_the_application_decides_and_the_newest_commit_stays_anyway()
    {
        using (IndexWriter writer = Open(new DropEverything()))
            WriteVersions(writer, 3);
        Assert.Equal("1:v2", Seen.In(_directory));
        Assert.Single(DirectoryReader.ListCommits(_directory));
    }

    [Fact]
    public void A_snapshot_keeps_its_commit_until_it_is_disposed()
    {
        using IndexWriter writer = Open();
        Assert.Throws<InvalidOperationException>(() => writer.Snapshot());
        WriteVersions(writer, 1);
        CommitSnapshot snapshot = writer.Snapshot();
        CommitSnapshot again = writer.Snapshot();
        WriteVersions(writer, 3);
        using (DirectoryReader old = DirectoryReader.Open(_directory, snapshot.Commit))
            Assert.Equal("1:v0", Seen.In(old));
        snapshot.Dispose();
        snapshot.Dispose();
        Assert.Equal(2, DirectoryReader.ListCommits(_directory).Count);
        again.Dispose();
        Assert.Equal(CommitPoint.ReadLatest(_directory).AllFiles().Order(StringComparer.Ordinal), Files(_directory));
    }

    [Fact]
    public void A_snapshot_outlives_its_writer_and_ends_with_the_next_one()
    {
        CommitSnapshot snapshot;
        using (IndexWriter writer = Open())
        {
            WriteVersions(writer, 1);
            snapshot = writer.Snapshot();
            WriteVersions(writer, 2);
        }
        using (DirectoryReader old = DirectoryReader.Open(_directory, snapshot.Commit))
            Assert.Equal("1:v0", Seen.In(old));
        snapshot.Dispose(); // deletes nothing: the folder may belong to another writer
        Assert.Equal(2, DirectoryReader.ListCommits(_directory).Count);
        Open().Dispose();
        Assert.Single(DirectoryReader.ListCommits(_directory));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_backup_is_the_pinned_commit_while_writing_goes_on(bool inFolder)
    {
        using IndexDirectory target = inFolder ? MappedDirectory.Open(_folder.File("backup")) : new MemoryDirectory();
        using (IndexWriter writer = Open())
        {
            WriteVersions(writer, 2);
            using CommitSnapshot snapshot = writer.Snapshot();
            WriteVersions(writer, 5);
            target.CreateOutput(snapshot.Commit.Files.First(file => file.EndsWith(".si", StringComparison.Ordinal))).Dispose(); // of an attempt that was interrupted
            IndexBackup.Copy(snapshot, target);
            Assert.Equal(snapshot.Commit.Files.Order(StringComparer.Ordinal), Files(target));
            Assert.Throws<InvalidOperationException>(() => IndexBackup.Copy(snapshot, target));
        }
        Assert.Equal("1:v1", Seen.In(target));
        Assert.True(IndexChecker.Check(target).IsSound);
        using (IndexWriter writer = IndexWriter.Open(target, new IndexWriterOptions { Analyzer = new StandardAnalyzer() }))
            writer.UpdateDocument(new Term("id", "1"), Seen.Document("1", "of the backup"));
        Assert.Equal(("1:of the backup", "1:v4"), (Seen.In(target), Seen.In(_directory)));
    }

    [Fact]
    public void A_writer_can_go_on_from_an_older_commit()
    {
        using (IndexWriter writer = Open(IndexDeletionPolicy.KeepAll))
            WriteVersions(writer, 3);
        IndexCommit older = DirectoryReader.ListCommits(_directory)[1];
        using (IndexWriter writer = IndexWriter.Open(_directory, Options(IndexDeletionPolicy.KeepAll) with { StartCommit = older }))
        {
            Assert.Equal("1:v2", Seen.In(_directory)); // until the first commit
            writer.AddDocument(Seen.Document("2", "branch"));
        }
        Assert.Equal("1:v1 2:branch", Seen.In(_directory));
        Assert.Equal(4, DirectoryReader.ListCommits(_directory).Count);
        Assert.True(IndexChecker.Check(_directory).IsSound);

        Open().Dispose();
        Assert.Throws<IndexNotFoundException>(() => IndexWriter.Open(_directory, Options(IndexDeletionPolicy.KeepLast) with { StartCommit = older }));
    }

    [Fact]
    public void Going_back_without_a_change_is_a_commit_too()
    {
        using (IndexWriter writer = Open(IndexDeletionPolicy.KeepAll))
            WriteVersions(writer, 3);
        IndexCommit oldest = DirectoryReader.ListCommits(_directory)[0];
        using (IndexWriter writer = IndexWriter.Open(_directory, Options(IndexDeletionPolicy.KeepLast) with { StartCommit = oldest }))
            Assert.True(writer.Commit());
        Assert.Equal("1:v0", Seen.In(_directory));
        Assert.Equal(CommitPoint.ReadLatest(_directory).AllFiles().Order(StringComparer.Ordinal), Files(_directory));
    }

    private static void WriteVersions(IndexWriter writer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            writer.UpdateDocument(new Term("id", "1"), Seen.Document("1", $"v{i}"));
            writer.Commit();
        }
    }

    private static IEnumerable<string> Files(IndexDirectory directory) => directory.ListAll().Where(name => name != WriteLock.FileName);

    private static IndexWriterOptions Options(IndexDeletionPolicy policy) => new() { Analyzer = new StandardAnalyzer(), DeletionPolicy = policy };

    private IndexWriter Open(IndexDeletionPolicy? policy = null) => IndexWriter.Open(_directory, Options(policy ?? IndexDeletionPolicy.KeepLast));

    private sealed class DropEverything : IndexDeletionPolicy
    {
        public override IEnumerable<IndexCommit> Unneeded(IReadOnlyList<IndexCommit> commits) => commits;
    }
}
