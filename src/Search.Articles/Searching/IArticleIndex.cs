namespace Search.Articles.Searching;

/// <summary>A searchable collection of articles: the one seam between hosts and storage.</summary>
/// <remarks>Shareable between threads. Nothing of the storage leaks through it: today an embedded index, later a cluster.</remarks>
public interface IArticleIndex : IDisposable
{
    /// <summary>What the index holds now.</summary>
    IndexStatus Status { get; }

    /// <summary>
    /// Brings the index in line with folders and files: what changed (by content hash) is indexed anew, what is gone leaves the
    /// index. Readers see the old state until it is done. A file that cannot be read is reported, never fatal.
    /// </summary>
    /// <exception cref="IndexInUseException">Another process is writing to the index.</exception>
    IndexReport Synchronize(IReadOnlyList<string> paths, IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default);

    /// <summary>The same in another way: a dry run, for one.</summary>
    /// <exception cref="IndexInUseException">Another process is writing to the index.</exception>
    IndexReport Synchronize(IReadOnlyList<string> paths, SynchronizeOptions options, IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default);

    /// <summary>
    /// Brings the index in line with folders and files and keeps it so, until what is returned is disposed: a file is searchable within two
    /// seconds after it was written, and only files that changed are read. What fails, for one because another process writes, is tried again.
    /// </summary>
    IArticleWatch Watch(IReadOnlyList<string> paths, WatchOptions options);

    /// <summary>
    /// Adds articles, or replaces those of the same ids, each as a whole. What is not sound is rejected with its reason and harms no other.
    /// Committed when it returns; of a long stream, what came first is committed while the rest still comes, and stays when it is cancelled.
    /// </summary>
    /// <exception cref="IndexInUseException">Another process is writing to the index.</exception>
    WriteReport Put(IEnumerable<ArticleSubmission> articles, CancellationToken cancellation = default);

    /// <summary>Deletes an article, whichever way it came; committed when it returns. One whose file is still there comes back when its folder is synchronised.</summary>
    /// <returns>False when there is none of that id.</returns>
    /// <exception cref="IndexInUseException">Another process is writing to the index.</exception>
    bool Delete(string id);

    /// <summary>Ranked articles with their best paragraphs.</summary>
    /// <exception cref="QueryException">The query is broken (strict mode only) or a cursor is not of this index.</exception>
    /// <exception cref="NoIndexException">Nothing has been indexed yet.</exception>
    SearchAnswer Search(ArticleQuery query, CancellationToken cancellation = default);

    /// <summary>The same paragraphs as a flat list, best first.</summary>
    /// <exception cref="QueryException">As for <see cref="Search"/>.</exception>
    /// <exception cref="NoIndexException">Nothing has been indexed yet.</exception>
    SnippetAnswer Snippets(ArticleQuery query, CancellationToken cancellation = default);

    /// <summary>
    /// Every paragraph that a query matches, in order, on one state of the index: read as it is asked for, without a bound on
    /// their number. <see cref="ArticleQuery.Limit"/> and <see cref="ArticleQuery.Cursor"/> do not matter.
    /// </summary>
    /// <exception cref="QueryException">As for <see cref="Search"/>; at once, not when the first is read.</exception>
    /// <exception cref="NoIndexException">Nothing has been indexed yet.</exception>
    IEnumerable<SnippetHit> Export(ArticleQuery query, CancellationToken cancellation = default);

    /// <summary>Others on the subject of a paragraph: the closest paragraph of each of the closest articles, its telling words marked.</summary>
    /// <param name="key">Permalink key; one whose text has changed finds the closest paragraph.</param>
    /// <returns>Null when there is no such article.</returns>
    SnippetAnswer? Similar(string id, string key, int limit = 10, CancellationToken cancellation = default);

    /// <summary>Completions of what is being typed: words, names, places, outlets and headlines that begin so, also in their middle.</summary>
    IReadOnlyList<Suggestion> Suggest(string prefix, int limit = 8);

    /// <summary>Articles in order of their id.</summary>
    /// <exception cref="QueryException">The cursor is not of this index.</exception>
    ArticleList List(int limit, string? cursor = null);

    /// <summary>A whole article, with marks for a query if one is given; null when there is none of that id.</summary>
    ArticleView? GetArticle(string id, string? query = null);

    /// <summary>A paragraph with its neighbours; null when there is no such article. A key whose text has changed finds the closest paragraph.</summary>
    ParagraphView? GetParagraph(string id, string key, int context = 0, string? query = null);
}
