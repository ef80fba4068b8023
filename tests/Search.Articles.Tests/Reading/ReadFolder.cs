using Search.Articles.Reading;
using Search.Articles.Searching;

namespace Search.Articles.Tests.Reading;

/// <summary>Files that a test writes, and what reading them gives.</summary>
internal sealed class ReadFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public string File(string name) => _folder.File(name);

    public ReadFolder Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public ReadFolder Write(string name, byte[] content)
    {
        System.IO.File.WriteAllBytes(File(name), content);
        return this;
    }

    public (IReadOnlyList<Article> Articles, IReadOnlyList<SkippedSource> Skipped) Read(string? fields = null)
    {
        var articles = new List<Article>();
        var skipped = new List<SkippedSource>();
        foreach ((Article? article, SkippedSource? source) in new ArticleReader(settings: ReadingSettings.Parse(fields, null)).ReadAll([Path]))
        {
            if (article is not null) articles.Add(article);
            if (source is not null) skipped.Add(source);
        }
        return (articles, skipped);
    }

    /// <summary>What is found, not taken apart.</summary>
    public ReadResult[] Open() => [.. SourceFiles.Find([Path], _ => { }).SelectMany(file => ArticleReader.Open(file))];

    /// <summary>The only article, when nothing was skipped.</summary>
    public Article Single(string? fields = null)
    {
        (IReadOnlyList<Article> articles, IReadOnlyList<SkippedSource> skipped) = Read(fields);
        Assert.Empty(skipped);
        return Assert.Single(articles);
    }

    public void Dispose() => _folder.Dispose();
}
