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

    // True when there was a failure.
    private static bool RunUntilFailure(int failAt, bool isBackground)
    {
        using var directory = new MemoryDirectory();
        using (IndexWriter writer = Open(directory, MergeScheduler.Serial, NoMergePolicy.Instance))
        {
            foreach (string document in Committed.Split(' '))
            {
                writer.AddDocument(Seen.Document(document[..1], document[2..]));
                writer.Flush();
            }
        }
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

    private static string Sorted(string documents) => string.Join(' ', documents.Split(' ').Order(StringComparer.Ordinal));

    private static IndexWriter Open(IndexDirectory directory, MergeScheduler scheduler, MergePolicy policy) =>
        IndexWriter.Open(directory, new IndexWriterOptions
        {
            Analyzer = new StandardAnalyzer(), MergeScheduler = scheduler, MergePolicy = policy, UseCompoundFile = false,
        });
}
