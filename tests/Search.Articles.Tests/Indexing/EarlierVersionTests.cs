using Search.Articles.Indexing;
using Search.Articles.Searching;
using Search.Engine.Analysis;
using Search.Engine.Indexing;
using Search.Engine.Store;

namespace Search.Articles.Tests.Indexing;

/// <summary>An index of an earlier version serves until it is built anew, and what was handed over is not lost.</summary>
public sealed class EarlierVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _articles = new();

    public EarlierVersionTests()
    {
        File.WriteAllText(_articles.File("a.txt"), "The first article speaks of apples.");
        using (EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_folder.Path))
        {
            index.Synchronize([_articles.Path]);
            index.Put([Submission("put", "The article that was put speaks of melons.")]);
        }
        using MappedDirectory directory = MappedDirectory.Open(_folder.Path);
        using var writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new KeywordAnalyzer() });
        writer.SetUserData(new Dictionary<string, string>(StringComparer.Ordinal) { [CommitData.Version] = "earlier" });
        writer.Commit();
    }

    [Fact]
    public void It_takes_no_single_articles_and_stays_as_it_is()
    {
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_folder.Path);
        Assert.Throws<IndexInUseException>(() => index.Put([Submission("other", "Another one.")]));
        Assert.Throws<IndexInUseException>(() => index.Delete("put"));
        Assert.Equal(2, index.Status.Articles);
    }

    [Fact]
    public void A_synchronisation_that_is_stopped_leaves_it_as_it_is()
    {
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_folder.Path);
        Assert.ThrowsAny<OperationCanceledException>(() => index.Synchronize([_articles.Path], cancellation: new CancellationToken(canceled: true)));
        index.Dispose();
        using EmbeddedArticleIndex again = EmbeddedArticleIndex.Open(_folder.Path);
        Assert.Equal(2, again.Status.Articles);
    }

    [Fact]
    public void A_synchronisation_builds_it_anew_with_what_was_handed_over()
    {
        File.WriteAllText(_articles.File("b.txt"), "The second article speaks of bananas.");
        using EmbeddedArticleIndex index = EmbeddedArticleIndex.Open(_folder.Path);
        Assert.Equal(3, index.Synchronize([_articles.Path]).Articles);
        foreach (string word in new[] { "apples", "bananas", "melons" })
            Assert.Equal(1, index.Search(new ArticleQuery { Text = word }).Total.Articles);
        Assert.Equal(1, index.Put([Submission("other", "Another one speaks of pears.")]).Added);
        Assert.Equal(0, index.Synchronize([_articles.Path]).Removed);
        Assert.Equal(4, index.Status.Articles);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _articles.Dispose();
    }

    private static ArticleSubmission Submission(string id, string text) => new(id, null, text, null, null, [], null, null, null);
}
