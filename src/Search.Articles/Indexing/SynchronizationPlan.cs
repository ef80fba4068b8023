using Search.Articles.Reading;
using Search.Articles.Searching;

namespace Search.Articles.Indexing;

/// <summary>What must be done to bring an index in line with a scan, by content hash.</summary>
/// <param name="existing">What the index holds, by article id.</param>
/// <param name="scan">What should be in it.</param>
/// <param name="readsAnew">Whether everything is read in another way than before, so that nothing is as it was.</param>
internal sealed class SynchronizationPlan(IReadOnlyDictionary<string, ExistingArticle> existing, SourceScan scan, bool readsAnew)
{
    /// <summary>Why a file is passed over whose id an article has that was handed over.</summary>
    public const string HandedOver = "an article with its id was handed over, and stays";

    /// <summary>Whether what was not found is gone; otherwise it stays as it is.</summary>
    public bool Removes { get; init; } = true;

    /// <summary>Whether everything is read in another way than before.</summary>
    public bool ReadsAnew => readsAnew;

    /// <summary>Whether anything is new, changed or gone.</summary>
    public bool HasChanges => readsAnew || Gone().Any() || scan.Found.Keys.Any(IsNewOrChanged);

    /// <summary>What the index holds, by article id.</summary>
    public IReadOnlyDictionary<string, ExistingArticle> Existing => existing;

    /// <summary>Whether a record that was found must be written.</summary>
    public bool IsNewOrChanged(string id) =>
        readsAnew || !existing.TryGetValue(id, out ExistingArticle? before) || before.Hash != scan.Found[id].Hash;

    /// <summary>Articles whose source is gone. What cannot be read just now stays as it was, and so does what was handed over.</summary>
    public IEnumerable<string> Gone()
    {
        if (!Removes)
            yield break;
        HashSet<string> skipped = [.. scan.Skipped.Select(source => source.Path)];
        foreach ((string id, ExistingArticle article) in existing)
        {
            if (!article.IsSubmitted && !scan.Found.ContainsKey(id) && !SourcePath.Holders(article.Path).Any(skipped.Contains))
                yield return id;
        }
    }

    /// <summary>What would be done to each article.</summary>
    public IReadOnlyList<ArticleChange> Changes() =>
    [
        .. scan.Found.Where(found => IsNewOrChanged(found.Key)).Select(found =>
            new ArticleChange(existing.ContainsKey(found.Key) ? ArticleChangeKind.Updated : ArticleChangeKind.Added, found.Key, found.Value.Path)),
        .. Gone().Select(id => new ArticleChange(ArticleChangeKind.Removed, id, existing[id].Path)),
    ];

    /// <summary>Leaves out of the scan what has the id of an article that was handed over: that one stays.</summary>
    public void YieldToSubmissions()
    {
        foreach ((string id, ExistingArticle article) in existing)
        {
            if (article.IsSubmitted && scan.Found.TryGetValue(id, out (string Path, UInt128 Hash) found))
                scan.Skip(id, found.Path, HandedOver);
        }
    }
}
