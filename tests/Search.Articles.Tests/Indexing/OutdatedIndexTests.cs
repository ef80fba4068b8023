using Search.Articles.Indexing;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Indexing;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Articles.Tests.Indexing;

/// <summary>An index that an earlier version of the program wrote.</summary>
public sealed class OutdatedIndexTests : IDisposable
{
    private const string VersionKey = "search.version";

    private readonly TemporaryFolder _articles = new();
    private readonly TemporaryFolder _index = new();

    [Fact]
    public void It_serves_until_the_new_one_is_committed()
    {
        File.WriteAllText(_articles.File("a.txt"), "A single article that has a single paragraph about apples and about pears.");
        using (var first = EmbeddedArticleIndex.Open(_index.Path))
            first.Synchronize([_articles.Path]);
        MakeOutdated();
        using var index = EmbeddedArticleIndex.Open(_index.Path);
        long old = index.Status.Generation;
        var seen = new List<long>();

        // Called while the new one is being built.
        IndexReport report = index.Synchronize([_articles.Path], new Probe(() => seen.Add(index.Search(new ArticleQuery { Text = "apples" }) is { Articles.Count: 1 } answer ? answer.Generation : -1)));

        Assert.NotEmpty(seen);
        Assert.All(seen, generation => Assert.Equal(old, generation));
        Assert.Equal((1, 1), (report.Articles, report.Added));
        Assert.True(index.Status.Generation > old);
        Assert.Single(index.Search(new ArticleQuery { Text = "apples" }).Articles);
        using MappedDirectory directory = MappedDirectory.Open(_index.Path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Equal(ArticleAnalysis.Version, reader.UserData[VersionKey]);
    }

    public void Dispose()
    {
        _articles.Dispose();
        _index.Dispose();
    }

    private void MakeOutdated()
    {
        using MappedDirectory directory = MappedDirectory.Open(_index.Path);
        Dictionary<string, string> data;
        using (DirectoryReader reader = DirectoryReader.Open(directory))
            data = new Dictionary<string, string>(reader.UserData, StringComparer.Ordinal) { [VersionKey] = "of long ago" };
        using var writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = ArticleAnalysis.ForIndexing });
        writer.SetUserData(data);
        writer.Commit();
    }

    private sealed class Probe(Action look) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => look();
    }
}
