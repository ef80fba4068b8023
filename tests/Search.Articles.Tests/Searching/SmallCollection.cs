using System.Text.Json;
using Search.Articles.Indexing;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Searching;

/// <summary>An index of a few articles that a test writes down.</summary>
internal sealed class SmallCollection : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _sources = new();
    private readonly List<string> _lines = [];

    public SmallCollection(params IReadOnlyList<object> articles)
    {
        _lines.AddRange(articles.Select(article => JsonSerializer.Serialize(article)));
        Index = EmbeddedArticleIndex.Open(_folder.Path);
        Write();
    }

    public EmbeddedArticleIndex Index { get; }

    /// <summary>Adds articles in a commit of their own.</summary>
    public void Add(params IReadOnlyList<object> articles)
    {
        _lines.AddRange(articles.Select(article => JsonSerializer.Serialize(article)));
        Write();
    }

    /// <summary>The id of an article of the file, which stands before its own.</summary>
    public static string IdOf(string id) => $"articles.jsonl~{id}";

    /// <summary>An article's own id.</summary>
    public static string IdOf(ArticleHeader article) => article.Id[(article.Id.IndexOf('~', StringComparison.Ordinal) + 1)..];

    /// <summary>Ids of the articles in order.</summary>
    public string[] Find(ArticleQuery query) => [.. Index.Search(query).Articles.Select(hit => IdOf(hit.Article))];

    public string[] Find(string text) => Find(new ArticleQuery { Text = text });

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
        _sources.Dispose();
    }

    private void Write()
    {
        File.WriteAllLines(_sources.File("articles.jsonl"), _lines);
        Index.Synchronize([_sources.Path]);
    }
}
