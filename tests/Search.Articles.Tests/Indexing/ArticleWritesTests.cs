using Search.Articles.Indexing;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Indexing;

public sealed class ArticleWritesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _articles = new();
    private readonly EmbeddedArticleIndex _index;

    public ArticleWritesTests() => _index = EmbeddedArticleIndex.Open(_folder.Path);

    [Fact]
    public void What_is_put_is_found_at_once_and_by_every_later_opener()
    {
        WriteReport report = _index.Put([Submission("one", "Harbour reopens", "The harbour of Odense reopened after the storm.")]);
        Assert.Equal((1, 0, 0), (report.Added, report.Replaced, report.Unchanged));
        Assert.Equal(1, Found("harbour reopened"));
        Assert.Equal("Harbour reopens", _index.GetArticle("one")!.Article.Headline);
        using EmbeddedArticleIndex other = EmbeddedArticleIndex.Open(_folder.Path);
        Assert.Equal(1, other.Search(new ArticleQuery { Text = "harbour" }).Total.Articles);
        Assert.Equal(report.Generation, other.Status.Generation);
    }

    [Fact]
    public void A_second_put_replaces_the_whole_article()
    {
        _index.Put([Submission("one", null, "First there were apples here.\n\nAnd there were pears in the second paragraph.")]);
        WriteReport report = _index.Put([Submission("one", null, "Now there are only cherries here.")]);
        Assert.Equal((0, 1, 0), (report.Added, report.Replaced, report.Unchanged));
        Assert.Equal((0, 0, 1), (Found("apples"), Found("pears"), Found("cherries")));
        Assert.Equal((1, 1), (_index.Status.Articles, _index.Status.Paragraphs));
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        ArticleSubmission article = Submission("one", null, "The same text as ever was there.");
        long generation = _index.Put([article]).Generation;
        WriteReport report = _index.Put([article]);
        Assert.Equal((0, 0, 1), (report.Added, report.Replaced, report.Unchanged));
        Assert.Equal(generation, report.Generation);
    }

    [Fact]
    public void Of_two_with_one_id_in_one_call_the_later_counts()
    {
        WriteReport report = _index.Put([Submission("one", null, "The first text has apples."), Submission("one", null, "The second text has pears.")]);
        Assert.Equal(1, report.Added);
        Assert.Equal((0, 1), (Found("apples"), Found("pears")));
    }

    [Fact]
    public void A_page_is_read_as_pages_of_a_folder_are_and_what_is_said_beside_it_counts_more()
    {
        const string html = "<html lang=en><head><title>Storm over Odense - Daily Page</title><meta property='og:site_name' content='Daily Page'></head>"
            + "<body><nav>Home News Sport</nav><article><h1>Storm over Odense</h1><p>The storm tore roofs off the houses of the harbour, people said on Monday.</p></article></body></html>";
        _index.Put([new ArticleSubmission("page", null, "", html, "Another Name", ["Ann Writer"], new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero), "https://example.org/storm", "en")]);
        ArticleView view = _index.GetArticle("page")!;
        Assert.Equal("Storm over Odense", view.Article.Headline);
        Assert.Equal("Another Name", view.Article.Outlet);
        Assert.Equal(["Ann Writer"], view.Article.Authors);
        Assert.Equal(1, Found("roofs"));
        Assert.Equal(0, Found("Sport"));
    }

    [Theory]
    [InlineData("", "Some text.")]
    [InlineData("../up", "Some text.")]
    [InlineData("a/b", "Some text.")]
    [InlineData("a b", "Some text.")]
    [InlineData(".hidden", "Some text.")]
    [InlineData("one", "  \n ")]
    public void What_is_not_sound_is_rejected_and_the_others_are_taken(string id, string text)
    {
        WriteReport report = _index.Put([Submission("good", null, "A good text about melons."), Submission(id, null, text)]);
        Assert.Equal(1, report.Added);
        RejectedArticle rejected = Assert.Single(report.Rejected);
        Assert.Equal((2, id), (rejected.Number, rejected.Id));
        Assert.Equal(1, Found("melons"));
    }

    [Fact]
    public void An_address_that_is_no_web_address_is_rejected() =>
        Assert.Single(_index.Put([Submission("one", null, "A text.") with { Url = "javascript:alert(1)" }]).Rejected);

    [Fact]
    public void Delete_takes_the_whole_article_and_says_whether_there_was_one()
    {
        _index.Put([Submission("one", null, "There are apples.\n\nThere are pears."), Submission("two", null, "There are plums.")]);
        Assert.True(_index.Delete("one"));
        Assert.False(_index.Delete("one"));
        Assert.Equal((0, 0, 1), (Found("apples"), Found("pears"), Found("plums")));
        using EmbeddedArticleIndex other = EmbeddedArticleIndex.Open(_folder.Path);
        Assert.Equal(1, other.Status.Articles);
    }

    [Fact]
    public void What_was_put_stays_when_a_folder_is_synchronised_and_keeps_its_id()
    {
        File.WriteAllText(_articles.File("file.txt"), "The file speaks of apples.");
        _index.Put([Submission("put", null, "The article speaks of pears.")]);
        _index.Synchronize([_articles.Path]);
        Assert.Equal((1, 1), (Found("apples"), Found("pears")));

        File.WriteAllText(_articles.File("put.txt"), "A file with the id of the other one speaks of plums.");
        File.Delete(_articles.File("file.txt"));
        IndexReport report = _index.Synchronize([_articles.Path]);
        Assert.Equal("put.txt", Assert.Single(report.Skipped).Path);
        Assert.Equal((0, 1, 0), (Found("apples"), Found("pears"), Found("plums")));
    }

    [Fact]
    public void Many_threads_put_and_delete_and_nothing_is_lost()
    {
        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 5; i++)
                _index.Put([Submission($"t{thread}-{i}", null, $"Thread number {thread} wrote text number {i} about apples.")]);
            Assert.True(_index.Delete($"t{thread}-0"));
        });
        Assert.Equal(32, _index.Status.Articles);
        Assert.Equal(32, Found("apples"));
    }

    [Fact]
    public void Nothing_can_be_put_while_another_process_writes()
    {
        _index.Put([Submission("one", null, "The first text.")]);
        _index.Dispose();
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_folder.Path);
        using Engine.Store.MappedDirectory directory = Engine.Store.MappedDirectory.Open(_folder.Path);
        using IDisposable held = directory.ObtainWriteLock();
        Assert.Throws<IndexInUseException>(() => index.Put([Submission("two", null, "The second text.")]));
        Assert.Throws<IndexInUseException>(() => index.Delete("one"));
        Assert.Equal((1, true), (index.Status.Articles, index.Status.WriterElsewhere));
    }

    [Fact]
    public void A_stream_that_is_cancelled_keeps_what_was_committed_and_an_error_in_it_harms_nothing()
    {
        _index.Put([Submission("one", null, "The first text.")]);
        Assert.Throws<FormatException>(() => _index.Put(Broken()));
        Assert.Equal(1, _index.Status.Articles);
        _index.Put([Submission("two", null, "The second text.")]);
        Assert.Equal(2, _index.Status.Articles);

        static IEnumerable<ArticleSubmission> Broken()
        {
            yield return Submission("three", null, "The third text.");
            throw new FormatException("the stream is broken");
        }
    }

    [Fact]
    public void A_long_stream_is_committed_in_parts()
    {
        var seen = 0;
        IEnumerable<ArticleSubmission> Stream()
        {
            for (var i = 0; i < 1_200; i++)
            {
                if (i == 1_100) seen = _index.Status.Articles;
                yield return Submission($"n{i}", null, $"Text number {i}.");
            }
        }
        Assert.Equal(1_200, _index.Put(Stream()).Added);
        Assert.Equal(1_000, seen);
        Assert.Equal(1_200, _index.Status.Articles);
    }

    [OracleFact]
    public void Lucene_finds_the_index_sound_after_puts_and_deletes()
    {
        for (var i = 0; i < 6; i++)
            _index.Put([Submission("one", null, $"Text number {i} of an article.\n\nIt has two paragraphs."), Submission($"n{i}", null, "Another one.")]);
        _index.Delete("n3");
        _index.Dispose();
        Oracle.AssertSound(_folder.Path);
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
        _articles.Dispose();
    }

    private static ArticleSubmission Submission(string id, string? headline, string text) => new(id, headline, text, null, null, [], null, null, null);

    private long Found(string query) => _index.Search(new ArticleQuery { Text = query }).Total.Articles;
}
