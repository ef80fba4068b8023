using System.Collections.Concurrent;
using Search.Articles.Indexing;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Indexing;

public sealed class FolderWatcherTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _articles = new();
    private readonly BlockingCollection<IndexReport> _reports = [];
    private readonly BlockingCollection<Exception> _faults = [];
    private readonly EmbeddedArticleIndex _index;

    public FolderWatcherTests() => _index = EmbeddedArticleIndex.Open(_folder.Path);

    [Fact]
    public void Files_that_come_change_move_and_go_are_followed_and_nothing_else_is_read()
    {
        Write("a.txt", "The first article speaks of apples.");
        using IArticleWatch watch = Watch();
        Assert.Equal((1, 0, 0), Next());

        Write("b.txt", "The second article speaks of bananas.");
        Assert.Equal((1, 0, 0), Next());
        Assert.Equal(1, Found("bananas"));

        Write("b.txt", "The second article now speaks of blackberries, which are longer.");
        Assert.Equal((0, 1, 0), Next());
        Assert.Equal((0, 1), (Found("bananas"), Found("blackberries")));

        File.Move(_articles.File("b.txt"), _articles.File("c.txt"));
        Assert.Equal((1, 0, 1), Next());
        Assert.Equal("c", Assert.Single(_index.Search(new ArticleQuery { Text = "blackberries" }).Articles).Article.Id);

        File.Delete(_articles.File("a.txt"));
        Assert.Equal((0, 0, 1), Next());
        Assert.Equal(0, Found("apples"));
        Assert.Empty(_faults);
    }

    [Fact]
    public void Folders_that_are_moved_in_and_out_are_followed()
    {
        using var elsewhere = new TemporaryFolder();
        Directory.CreateDirectory(elsewhere.File("news"));
        File.WriteAllText(Path.Combine(elsewhere.File("news"), "a.txt"), "The first article speaks of apples.");
        File.WriteAllText(Path.Combine(elsewhere.File("news"), "b.jsonl"), "{\"text\":\"A line about grapes.\"}\n{\"text\":\"A line about melons.\"}\n");
        using IArticleWatch watch = Watch();
        Assert.Equal((0, 0, 0), Next());

        Directory.Move(elsewhere.File("news"), _articles.File("news"));
        Assert.Equal((3, 0, 0), Next());
        Directory.Move(_articles.File("news"), elsewhere.File("news"));
        Assert.Equal((0, 0, 3), Next());
        Assert.Equal(0, _index.Status.Articles);
    }

    [Fact]
    public void Of_a_file_of_many_articles_only_the_lines_that_changed_are_written()
    {
        Write("a.jsonl", "{\"id\":\"x\",\"text\":\"A line about grapes.\"}\n{\"id\":\"y\",\"text\":\"A line about melons.\"}\n");
        using IArticleWatch watch = Watch();
        Next();
        Write("a.jsonl", "{\"id\":\"x\",\"text\":\"A line about grapes.\"}\n{\"id\":\"z\",\"text\":\"A line about lemons, all new.\"}\n");
        Assert.Equal((1, 0, 1), Next());
        Assert.Equal((1, 0, 1), (Found("grapes"), Found("melons"), Found("lemons")));
    }

    [Fact]
    public void What_no_event_told_is_found_by_the_next_rescan()
    {
        Write("a.txt", "The first article speaks of apples.");
        FolderListing before = FolderListing.Of([_articles.Path]);
        Write("b.txt", "The second article speaks of bananas.");
        File.Delete(_articles.File("a.txt"));
        FolderListing after = FolderListing.Of([_articles.Path]);
        Assert.Equal("b.txt", Assert.Single(after.ChangedSince(before)).Path);
        Assert.Equal("a.txt", Assert.Single(after.GoneSince(before)).Path);
        Assert.Empty(after.ChangedSince(after));
    }

    [Fact]
    public void A_folder_that_is_not_there_at_the_moment_takes_no_article_away()
    {
        string news = _articles.File("news");
        Directory.CreateDirectory(news);
        File.WriteAllText(Path.Combine(news, "a.txt"), "The first article speaks of apples.");
        using IArticleWatch watch = _index.Watch([news], Options() with { RescanInterval = TimeSpan.FromMilliseconds(100) });
        Next();
        Directory.Move(news, _articles.File("away"));
        Assert.IsType<DirectoryNotFoundException>(_faults.TryTake(out Exception? fault, Patience) ? fault : null);
        Assert.Equal(1, Found("apples"));
        Assert.Equal(0, _index.Synchronize([news]).Removed);
    }

    [Fact]
    public void While_another_process_writes_it_is_tried_again()
    {
        Write("a.txt", "The first article speaks of apples.");
        using Engine.Store.MappedDirectory directory = Engine.Store.MappedDirectory.Open(_folder.Path);
        IArticleWatch watch;
        using (directory.ObtainWriteLock())
        {
            watch = Watch();
            Assert.IsType<IndexInUseException>(_faults.TryTake(out Exception? fault, Patience) ? fault : null);
        }
        Assert.Equal((1, 0, 0), Next());
        watch.Dispose();
    }

    [Fact]
    public async Task It_stops_when_it_is_disposed_and_what_comes_later_is_not_read()
    {
        Write("a.txt", "The first article speaks of apples.");
        IArticleWatch watch = Watch();
        Assert.Equal(1, (await watch.First)!.Added);
        watch.Dispose();
        Write("b.txt", "The second article speaks of bananas.");
        Assert.Single(_reports);
        Assert.Equal(1, _index.Status.Articles);
    }

    [Fact]
    public void When_enough_has_changed_the_collection_is_learned_anew()
    {
        using IArticleWatch watch = _index.Watch([_articles.Path], Options() with { RescanInterval = TimeSpan.FromMilliseconds(100) });
        Next();
        string[] subjects = ["apples", "bananas", "cherries", "dates", "elderberries", "figs", "grapes"];
        foreach (string subject in subjects)
        {
            Write($"{subject}.txt", $"The article speaks of {subject} at length and says that they are in season now, as everybody knows.\n\nRead the paper edition every morning\n\nThat is all there is to be said about {subject} this week, according to those who sell them.");
            // A look may come while a file is being made, and a rescan beside an event: what counts is what is found in the end.
            while (Found(subject) == 0)
                Next();
        }
        while (Found("paper edition") > 0)
            Next();
        Assert.Equal(7, _index.Status.Articles);
    }

    [Fact]
    public void A_file_that_is_still_empty_is_left_in_peace()
    {
        Write("a.txt", "The first article speaks of apples.");
        FolderListing before = FolderListing.Of([_articles.Path]);
        Assert.False(before.HasEmptySince(FolderListing.Empty));
        Write("b.txt", "");
        FolderListing after = FolderListing.Of([_articles.Path]);
        Assert.True(after.HasEmptySince(before));
        Assert.False(after.HasEmptySince(after));
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
        _articles.Dispose();
        _reports.Dispose();
        _faults.Dispose();
    }

    private IArticleWatch Watch() => _index.Watch([_articles.Path], Options());

    private WatchOptions Options() => new() { Synchronized = _reports.Add, Failed = _faults.Add };

    private (int Added, int Updated, int Removed) Next()
    {
        Assert.True(_reports.TryTake(out IndexReport? report, Patience), "nothing was synchronised");
        return (report.Added, report.Updated, report.Removed);
    }

    private long Found(string query) => _index.Search(new ArticleQuery { Text = query }).Total.Articles;

    private void Write(string name, string text) => File.WriteAllText(_articles.File(name), text);
}
