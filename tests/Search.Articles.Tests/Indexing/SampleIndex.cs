using Search.Articles.Indexing;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Indexing;

/// <summary>The five sample articles, indexed once for all tests of a class.</summary>
public sealed class SampleIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleIndex()
    {
        Index = EmbeddedArticleIndex.Open(_folder.Path);
        Report = Index.Synchronize([RepositoryPaths.Seeds]);
    }

    public IArticleIndex Index { get; }

    public IndexReport Report { get; }

    internal string Folder => _folder.Path;

    /// <summary>First three characters of the ids of the articles that a query finds, in order of the ids.</summary>
    public string[] Articles(string query) =>
        [.. Search(query).Articles.Select(hit => hit.Article.Id[..3]).Order(StringComparer.Ordinal)];

    public SearchAnswer Search(string query) => Index.Search(new ArticleQuery { Text = query, Limit = 100, ParagraphsPerArticle = 100 });

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}
