using Search.Articles.Indexing;
using Search.Articles.Results;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Indexing;

/// <summary>What is promised of folders that are too large to be learned anew, on small ones with small limits.</summary>
public sealed class GrowingCollectionTests : IDisposable
{
    private const int Files = 60;

    private static readonly SynchronizationLimits Small = new() { WholeCollection = 10, BatchArticles = 5, CommitAfterArticles = 10 };

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _articles = new();
    private readonly ServedSnapshot _served;
    private readonly SharedWriter _writer;

    public GrowingCollectionTests()
    {
        _served = new ServedSnapshot(_folder.Path);
        _writer = new SharedWriter(_served);
        for (var i = 0; i < Files; i++)
            Write(i, $"The article with number {i} speaks of the harbour of Odense.\n\nRead the paper edition every morning\n\nAnd Jane Doe said so in Aarhus.");
    }

    [Fact]
    public void An_interrupted_run_keeps_what_was_committed_and_the_next_one_goes_on()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Watching(_ =>
        {
            if (Articles >= 20) stop.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Synchronize(progress, stop.Token));
        int kept = Articles;
        Assert.InRange(kept, 20, Files - 1);

        IndexReport report = Synchronize();
        Assert.Equal((Files - kept, 0, kept), (report.Added, report.Updated, report.Unchanged));
        Assert.Equal((0, 0, Files), (Synchronize().Added, Synchronize().Updated, Articles));
    }

    [Fact]
    public void Searching_and_other_writes_go_on_meanwhile()
    {
        var seen = new List<int>();
        var progress = new Watching(number =>
        {
            seen.Add(Articles);
            if (number == 30) new SubmissionWriter(_writer, _served).Write([new ArticleSubmission("put", null, "The article that was put speaks of melons.", null, null, [], null, null, null)], default);
        });
        Synchronize(progress);
        Assert.Equal(Files + 1, Articles);
        Assert.True(seen.Distinct().Count() > 2, "the index grew while it was searched");
    }

    [Fact]
    public void What_repeats_is_learned_from_a_sample_first()
    {
        IndexReport report = Synchronize();
        Assert.True(report.Furniture.GetValueOrDefault("repeated in the collection") >= Files - 5, string.Join(", ", report.Furniture));
    }

    [Fact]
    public void Changed_and_missing_files_are_followed()
    {
        Synchronize();
        Write(3, "The article with number three now speaks of something else.");
        File.Delete(_articles.File("7.txt"));
        IndexReport report = Synchronize();
        Assert.Equal((0, 1, 1, Files - 2), (report.Added, report.Updated, report.Removed, report.Unchanged));
    }

    public void Dispose()
    {
        _writer.Dispose();
        _served.Dispose();
        _folder.Dispose();
        _articles.Dispose();
    }

    private int Articles
    {
        get
        {
            using IndexSnapshot.Lease? lease = _served.Acquire();
            return lease?.Snapshot.Blocks.ArticleCount ?? 0;
        }
    }

    private IndexReport Synchronize(IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default) =>
        new ArticleSynchronizer(_writer, _served, () => new IndexStatus(Articles, 0, 0, null, false)) { Limits = Small }
            .Run([_articles.Path], SynchronizeOptions.Default, progress, cancellation);

    private void Write(int number, string text) => File.WriteAllText(_articles.File($"{number}.txt"), text);

    private sealed class Watching(Action<int> step) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => step(value.FilesDone);
    }
}
