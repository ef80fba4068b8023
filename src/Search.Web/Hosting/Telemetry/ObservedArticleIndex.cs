using Search.Articles.Searching;

namespace Search.Web.Hosting.Telemetry;

/// <summary>The index as pages and API see it: every operation is measured, traced, held to its time, and logged when it is slow.</summary>
internal sealed class ObservedArticleIndex(IArticleIndex index, OperationObserver observer) : IArticleIndex
{
    public IndexStatus Status => index.Status;

    public IndexReport Synchronize(IReadOnlyList<string> paths, IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default) =>
        Synchronize(paths, SynchronizeOptions.Default, progress, cancellation);

    public IndexReport Synchronize(
        IReadOnlyList<string> paths, SynchronizeOptions options, IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default) =>
        observer.Indexing(() => index.Synchronize(paths, options, progress, cancellation));

    public IArticleWatch Watch(IReadOnlyList<string> paths, WatchOptions options) => index.Watch(paths, options);

    public WriteReport Put(IEnumerable<ArticleSubmission> articles, CancellationToken cancellation = default) =>
        observer.Run("put", "", () => index.Put(articles, cancellation));

    public bool Delete(string id) => observer.Run("delete", id, () => index.Delete(id));

    public SearchAnswer Search(ArticleQuery query, CancellationToken cancellation = default) =>
        observer.RunWithin("search", query, token => index.Search(query, token), answer => answer.Query.Understood, cancellation);

    public SnippetAnswer Snippets(ArticleQuery query, CancellationToken cancellation = default) =>
        observer.RunWithin("snippets", query, token => index.Snippets(query, token), answer => answer.Query.Understood, cancellation);

    // No budget: reading the results lasts as long as the client reads.
    public IEnumerable<SnippetHit> Export(ArticleQuery query, CancellationToken cancellation = default) =>
        observer.Run("export", query.Text, () => index.Export(query, cancellation));

    public SnippetAnswer? Similar(string id, string key, int limit = 10, CancellationToken cancellation = default) =>
        observer.RunWithin("similar", new ArticleQuery { Text = $"{id}/{key}" }, token => index.Similar(id, key, limit, token), _ => "", cancellation);

    public IReadOnlyList<Suggestion> Suggest(string prefix, int limit = 8) => observer.Run("suggest", prefix, () => index.Suggest(prefix, limit));

    public ArticleList List(int limit, string? cursor = null) => observer.Run("list", "", () => index.List(limit, cursor));

    public ArticleView? GetArticle(string id, string? query = null) => observer.Run("article", id, () => index.GetArticle(id, query));

    public ParagraphView? GetParagraph(string id, string key, int context = 0, string? query = null) =>
        observer.Run("paragraph", id, () => index.GetParagraph(id, key, context, query));

    public void Dispose() => index.Dispose();
}
