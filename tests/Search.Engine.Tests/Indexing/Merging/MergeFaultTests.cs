using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Indexing.Merging;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Engine.Tests.Indexing.Merging;

/// <summary>A merge that fails at any of its changes of the directory loses nothing that was committed and leaves no file behind.</summary>
public sealed class MergeFaultTests
{
    private const string Committed = "1:a 2:b 3:c 4:d 5:e";
    private const string WithMore = "1:a 3:c 4:d 5:e 6:f";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_failure_at_any_change_leaves_the_commit_before_or_the_one_being_made(bool isBackground)
    {
        var failAt = 1;
        while (RunUntilFailure(failAt, isBackground))
            failAt++;
        Assert.True(failAt > 40, $"only {failAt} changes");
    }

    [Fact]
    public void A_background_merge_that_failed_is_told_by_the_call_that_closes_the_writer()
    {
        using MemoryDirectory directory = FiveSegments();
        IndexWriter writer = OpenUntilMergeFailed(directory);
        Assert.Equal(FailingMerges.Message, Assert.Throws<IOException>(writer.Dispose).Message);
        writer.Dispose(); // it was told
        Assert.Equal(Committed, Seen.In(directory));
        Open(directory, MergeScheduler.Serial, NoMergePolicy.Instance).Dispose(); // the lock is free
    }

    [Fact]
    public void Closing_is_silent_when_a_changing_call_told_of_the_failed_merge()
    {
        using MemoryDirectory directory = FiveSegments();
        using (IndexWriter writer = OpenUntilMergeFailed(directory))
            Assert.Equal(FailingMerges.Message, Assert.Throws<ObjectDisposedException>(() => writer.Commit()).InnerException!.Message);
        Assert.Equal(Committed, Seen.In(directory));
    }

    [Fact]
    public void Closing_is_silent_when_the_changes_were_given_up()
    {
        using MemoryDirectory directory = FiveSegments();
        using (IndexWriter writer = OpenUntilMergeFailed(directory))
            writer.Rollback();
        Assert.Equal(Committed, Seen.In(directory));
    }

    // True when there was a failure.
    private static bool RunUntilFailure(int failAt, bool isBackground)
    {
        using MemoryDirectory directory = FiveSegments();
        var faulty = new DyingDirectory(directory, failAt);
        var isDone = false;
        try
        {
            using IndexWriter writer = Open(faulty, isBackground ? MergeScheduler.Background : MergeScheduler.Serial, new TieredMergePolicy());
            writer.DeleteDocuments(new Term("id", "2"));
            writer.AddDocument(Seen.Document("6", "f"));
            writer.ForceMerge(1);
            writer.Commit();
            isDone = true;
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            Assert.True(faulty.HasFailed);
        }
        string seen = Sorted(Seen.In(directory)!);
        Assert.Contains(seen, isDone ? [WithMore] : (string[])[Committed, WithMore]);

        using (IndexWriter next = Open(directory, MergeScheduler.Serial, new TieredMergePolicy()))
            next.AddDocument(Seen.Document("9", "next"));
        Assert.Equal($"{seen} 9:next", Sorted(Seen.In(directory)!));
        Assert.Equal(CommitPoint.ReadLatest(directory).AllFiles().Order(StringComparer.Ordinal), directory.ListAll());
        Assert.True(IndexChecker.Check(directory).IsSound);
        return faulty.HasFailed;
    }

    private static MemoryDirectory FiveSegments()
    {
        var directory = new MemoryDirectory();
        using IndexWriter writer = Open(directory, MergeScheduler.Serial, NoMergePolicy.Instance);
        foreach (string document in Committed.Split(' '))
        {
            writer.AddDocument(Seen.Document(document[..1], document[2..]));
            writer.Flush();
        }
        return directory;
    }

    // A writer with a change that a merge in the background has ended, of which a reader has been told, who changes nothing.
    private static IndexWriter OpenUntilMergeFailed(IndexDirectory directory)
    {
        IndexWriter writer = Open(directory, MergeScheduler.Background, new FailingMerges());
        writer.AddDocument(Seen.Document("6", "f"));
        writer.Flush();
        Assert.True(SpinWait.SpinUntil(() => HasEnded(writer), TimeSpan.FromMinutes(1)));
        return writer;
    }

    private static bool HasEnded(IndexWriter writer)
    {
        try
        {
            writer.OpenReader().Dispose();
            return false;
        }
        catch (ObjectDisposedException ended)
        {
            return ended.InnerException?.Message == FailingMerges.Message;
        }
    }

    private static string Sorted(string documents) => string.Join(' ', documents.Split(' ').Order(StringComparer.Ordinal));

    private static IndexWriter Open(IndexDirectory directory, MergeScheduler scheduler, MergePolicy policy) =>
        IndexWriter.Open(directory, new IndexWriterOptions
        {
            Analyzer = new StandardAnalyzer(), MergeScheduler = scheduler, MergePolicy = policy, UseCompoundFile = false,
        });

    /// <summary>Merges whatever there is, and fails when that is done.</summary>
    private sealed class FailingMerges : MergePolicy
    {
        public const string Message = "the merge failed";

        public override IReadOnlyList<IReadOnlyList<SegmentSize>> FindMerges(IReadOnlyList<SegmentSize> segments) =>
            segments.Any(segment => segment.IsMerging) ? [] : [segments];

        public override IReadOnlyList<IReadOnlyList<SegmentSize>> FindForcedMerges(IReadOnlyList<SegmentSize> segments, int maxSegments) => [];

        public override IReadOnlyList<IReadOnlyList<SegmentSize>> FindForcedDeletesMerges(IReadOnlyList<SegmentSize> segments) => [];

        public override bool PacksMerged(long bytes, long totalBytes) => throw new IOException(Message);
    }
}
