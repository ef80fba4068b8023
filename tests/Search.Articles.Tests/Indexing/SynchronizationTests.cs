using Search.Articles.Indexing;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Indexing;

public sealed class SynchronizationTests : IDisposable
{
    private readonly TemporaryFolder _index = new();
    private readonly TemporaryFolder _articles = new();

    [Fact]
    public void Only_what_changed_is_indexed_anew_and_what_is_gone_leaves()
    {
        Write("a.txt", "The first article speaks of apples.");
        Write("b.txt", "The second article speaks of bananas.");
        Write("c.txt", "The third article speaks of cherries.");
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_index.Path);
        Assert.Equal((3, 0, 0, 0), Counts(index.Synchronize([_articles.Path])));
        long generation = index.Status.Generation;

        Assert.Equal((0, 0, 0, 3), Counts(index.Synchronize([_articles.Path])));
        Assert.Equal(generation, index.Status.Generation);

        Write("b.txt", "The second article now speaks of blackberries.");
        Write("d.txt", "The fourth article speaks of dates.");
        File.Delete(_articles.File("c.txt"));
        Assert.Equal((1, 1, 1, 1), Counts(index.Synchronize([_articles.Path])));
        Assert.Equal(1, Found(index, "apples"));
        Assert.Equal(0, Found(index, "bananas"));
        Assert.Equal(1, Found(index, "blackberries"));
        Assert.Equal(0, Found(index, "cherries"));
        Assert.Equal(1, Found(index, "dates"));
        Assert.Equal(3, index.Status.Articles);
    }

    [Fact]
    public void A_touched_file_with_the_same_bytes_has_not_changed()
    {
        Write("a.txt", "The first article speaks of apples.");
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_index.Path);
        index.Synchronize([_articles.Path]);
        File.SetLastWriteTimeUtc(_articles.File("a.txt"), DateTime.UtcNow.AddHours(1));
        Assert.Equal((0, 0, 0, 1), Counts(index.Synchronize([_articles.Path])));
    }

    [Fact]
    public void A_second_opener_sees_what_the_first_committed_and_cannot_write_at_the_same_time()
    {
        Write("a.txt", "The first article speaks of apples.");
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_index.Path);
        index.Synchronize([_articles.Path]);
        using EmbeddedArticleIndex other = EmbeddedArticleIndex.Open(_index.Path);
        Assert.Equal(1, Found(other, "apples"));

        using (Engine.Store.MappedDirectory directory = Engine.Store.MappedDirectory.Open(_index.Path))
        using (directory.ObtainWriteLock())
        {
            Assert.Throws<IndexInUseException>(() => other.Synchronize([_articles.Path]));
            Assert.True(other.Status.WriterElsewhere);
            Assert.Equal(1, Found(other, "apples"));
        }
        other.Synchronize([_articles.Path]);
        Assert.False(other.Status.WriterElsewhere);
    }

    [Fact]
    public void An_empty_folder_gives_an_empty_index()
    {
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_index.Path);
        Assert.Equal((0, 0, 0, 0), Counts(index.Synchronize([_articles.Path])));
        Assert.Equal(0, Found(index, "*"));
        Assert.Empty(index.List(10).Articles);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named_and_the_others_are_indexed()
    {
        Write("a.txt", "The first article speaks of apples.");
        File.WriteAllText(_articles.File("broken.jsonl"), "{\"title\":\"Good\",\"text\":\"A line about grapes that is long enough.\"}\n{broken\n");
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_index.Path);
        IndexReport report = index.Synchronize([_articles.Path]);
        SkippedSource skipped = Assert.Single(report.Skipped);
        Assert.Equal(2, skipped.Line);
        Assert.Equal(1, Found(index, "apples"));
        Assert.Equal(1, Found(index, "grapes"));
    }

    [Fact]
    public void An_index_of_another_program_is_left_alone()
    {
        using (Engine.Store.MappedDirectory directory = Engine.Store.MappedDirectory.Open(_index.Path))
        using (var writer = Engine.Indexing.IndexWriter.Open(directory, new() { Analyzer = new Engine.Analysis.KeywordAnalyzer() }))
        {
            var document = new Engine.Documents.Document();
            document.Add(Engine.Documents.Field.CreateKeyword("id", "1"));
            writer.AddDocument(document);
        }
        Assert.Throws<InvalidDataException>(() => EmbeddedArticleIndex.Open(_index.Path));
    }

    [Fact]
    public void A_stopped_synchronisation_leaves_the_index_as_it_was()
    {
        Write("a.txt", "The first article speaks of apples.");
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_index.Path);
        index.Synchronize([_articles.Path]);
        Write("b.txt", "The second article speaks of bananas.");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => index.Synchronize([_articles.Path], cancellation: stop.Token));
        Assert.Equal(0, Found(index, "bananas"));
        Assert.Equal((1, 0, 0, 1), Counts(index.Synchronize([_articles.Path])));
    }

    [Fact]
    public void A_kind_of_furniture_can_be_kept_and_taken_out_again_and_the_index_remembers_it()
    {
        Write("a.txt", "The minister spoke in Odense on Monday about the harbour.\n\nADVERTISEMENT\n\nShe will speak in Aarhus on Tuesday about the bridge.");
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_index.Path);
        IndexReport usual = index.Synchronize([_articles.Path]);
        Assert.Equal((1, 0L), (usual.Furniture.GetValueOrDefault("advertisement"), Found(index, "advertisement")));

        IndexReport kept = index.Synchronize([_articles.Path], new SynchronizeOptions { KeptFurniture = "advertisement" });
        Assert.Equal((0, 1L), (kept.Furniture.GetValueOrDefault("advertisement"), Found(index, "advertisement")));
        Write("b.txt", "Another one speaks of nothing at all.\n\nADVERTISEMENT\n\nAnd that is all it says.");
        index.Synchronize([_articles.Path]);
        Assert.Equal(2, Found(index, "advertisement"));

        index.Synchronize([_articles.Path], new SynchronizeOptions { KeptFurniture = "" });
        Assert.Equal(0, Found(index, "advertisement"));
        Assert.Throws<FormatException>(() => index.Synchronize([_articles.Path], new SynchronizeOptions { KeptFurniture = "no such thing" }));
    }

    [Fact]
    public void A_dry_run_tells_what_would_be_done_and_writes_nothing()
    {
        Write("a.txt", "The first article speaks of apples.");
        Write("b.txt", "The second article speaks of bananas.");
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_index.Path);
        Assert.Equal((2, 0, 0, 0), Counts(index.Synchronize([_articles.Path], new SynchronizeOptions { DryRun = true })));
        Assert.Equal(0, index.Status.Generation);

        index.Synchronize([_articles.Path]);
        long generation = index.Status.Generation;
        Write("b.txt", "The second article now speaks of blackberries.");
        Write("c.txt", "The third article speaks of cherries.");
        Write("d.pdf", "%PDF-");
        File.Delete(_articles.File("a.txt"));
        IndexReport report = index.Synchronize([_articles.Path], new SynchronizeOptions { DryRun = true });
        Assert.Equal((1, 1, 1, 0), Counts(report));
        Assert.Equal(
            [(ArticleChangeKind.Updated, "b.txt"), (ArticleChangeKind.Added, "c.txt"), (ArticleChangeKind.Removed, "a.txt")],
            report.Changes.Select(change => (change.Kind, change.Path)));
        Assert.Equal("d.pdf", Assert.Single(report.Skipped).Path);
        Assert.Equal(generation, index.Status.Generation);
        Assert.Equal((1, 0), (Found(index, "apples"), Found(index, "cherries")));
    }

    [OracleFact]
    public void Lucene_finds_the_index_of_the_samples_sound_also_after_updates()
    {
        foreach (string seed in Directory.EnumerateFiles(RepositoryPaths.Seeds))
            File.Copy(seed, _articles.File(Path.GetFileName(seed)));
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_index.Path);
        index.Synchronize([_articles.Path]);
        Oracle.AssertSound(_index.Path);
        File.Delete(Directory.EnumerateFiles(_articles.Path).Order(StringComparer.Ordinal).First());
        Write("new.txt", "A new article speaks of the visit to Vladivostok.");
        index.Synchronize([_articles.Path]);
        Oracle.AssertSound(_index.Path);
    }

    public void Dispose()
    {
        _index.Dispose();
        _articles.Dispose();
    }

    private static (int Added, int Updated, int Removed, int Unchanged) Counts(IndexReport report) =>
        (report.Added, report.Updated, report.Removed, report.Unchanged);

    private static long Found(IArticleIndex index, string query) => index.Search(new ArticleQuery { Text = query }).Total.Articles;

    private void Write(string name, string text) => File.WriteAllText(_articles.File(name), text);
}
