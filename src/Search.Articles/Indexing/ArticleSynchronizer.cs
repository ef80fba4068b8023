using System.Diagnostics;
using Search.Articles.Cleaning;
using Search.Articles.Names;
using Search.Articles.Reading;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;
using Search.Engine.Indexing;

namespace Search.Articles.Indexing;

/// <summary>Brings an index in line with folders and files.</summary>
/// <remarks>
/// Scan: what is there, by content hash. Learn: which lines repeat, which names there are. Write: what is new, has changed, or is
/// derived differently now. Up to <see cref="RelearnLimit"/> articles the whole collection is learned anew with every change; beyond, what
/// was learned before is kept and only what changed is added to it. Articles are taken apart anew in each pass, so that no more than
/// one of them is in memory at a time.
/// </remarks>
/// <param name="writer">Open for writing; committed by the caller.</param>
/// <param name="existing">What the index holds, by article id.</param>
/// <param name="scan">What should be in it.</param>
internal sealed class ArticleSynchronizer(
    IndexWriter writer, Dictionary<string, ExistingArticle> existing, SourceScan scan, IProgress<IndexProgress>? progress, CancellationToken cancellation)
{
    public const int RelearnLimit = 5_000;

    private readonly NameTagger _tagger = new();
    private readonly SynchronizationCounts _counts = new();

    /// <summary>Whether anything is new, changed or gone.</summary>
    public bool HasChanges =>
        existing.Keys.Any(IsGone) || scan.Found.Any(found => IsNewOrChanged(found.Key));

    /// <summary>Writes all changes.</summary>
    /// <param name="known">What was learned before; null when nothing was.</param>
    /// <returns>What is known now.</returns>
    public CollectionKnowledge Run(CollectionKnowledge? known)
    {
        bool relearns = known is null || scan.Found.Count <= RelearnLimit;
        CollectionKnowledge knowledge = relearns ? new CollectionKnowledge() : known!;
        Predicate<string> wanted = relearns ? _ => true : IsNewOrChanged;
        foreach (SourceRecord record in Each(wanted))
            Guard(record, () => ArticleReader.Observe(record, knowledge.Lines));
        foreach (SourceRecord record in Each(wanted))
            Guard(record, () => knowledge.Names.Add(Tag(Compose(record, knowledge.Lines))));
        AliasTable aliases = AliasTable.Create(knowledge.Names);
        foreach (SourceRecord record in Each(wanted))
            Guard(record, () => Write(record, Compose(record, knowledge.Lines), aliases));
        foreach (string id in existing.Keys.Where(IsGone))
        {
            writer.DeleteDocuments(new Term(ArticleFields.Article, id));
            _counts.Removed++;
        }
        return knowledge;
    }

    /// <summary>What was done.</summary>
    public IndexReport Report(IndexStatus status, long startedAt) => new()
    {
        Articles = status.Articles,
        Paragraphs = status.Paragraphs,
        Added = _counts.Added,
        Updated = _counts.Updated,
        Removed = _counts.Removed,
        Unchanged = status.Articles - _counts.Added - _counts.Updated,
        Names = _counts.Names.Count,
        Places = _counts.Places.Count,
        Furniture = _counts.Furniture,
        Skipped = scan.Skipped,
        Elapsed = Stopwatch.GetElapsedTime(startedAt),
    };

    // What cannot be read just now stays as it was.
    private bool IsGone(string id) =>
        !scan.Found.ContainsKey(id) && !scan.Skipped.Any(skipped => existing[id].Path == skipped.Path || existing[id].Path.StartsWith(skipped.Path + ":", StringComparison.Ordinal));

    private bool IsNewOrChanged(string id) =>
        !existing.TryGetValue(id, out ExistingArticle? before) || before.Hash != scan.Found[id].Hash;

    private IEnumerable<SourceRecord> Each(Predicate<string> wanted)
    {
        var done = 0;
        foreach (SourceRecord record in scan.Records(wanted))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new IndexProgress(done++, scan.Found.Count, record.Path));
            yield return record;
        }
    }

    private static Article Compose(SourceRecord record, CollectionStatistics lines) => new ArticleReader(lines).Compose(record);

    private ArticleNames Tag(Article article) => _tagger.Tag(article.Headline, article.Paragraphs);

    private void Write(SourceRecord record, Article composed, AliasTable aliases)
    {
        Article article = composed with { Paragraphs = aliases.Apply(composed.Paragraphs, Tag(composed)) };
        _counts.Count(article);
        string fingerprint = ArticleFingerprint.Of(article);
        bool isKnown = existing.TryGetValue(record.Id, out ExistingArticle? before);
        if (isKnown && before!.Fingerprint == fingerprint && before.Hash == record.ContentHash)
            return;
        writer.UpdateDocuments(new Term(ArticleFields.Article, record.Id), ArticleDocuments.Create(article, record.ContentHash, fingerprint));
        if (!isKnown)
            _counts.Added++;
        else if (before!.Hash != record.ContentHash)
            _counts.Updated++;
    }

    // Articles are hostile input: whatever one of them does to a reader, it is reported and the others go on.
    private void Guard(SourceRecord record, Action work)
    {
        try
        {
            work();
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException or IOException))
        {
            scan.Skip(record, $"{fault.GetType().Name}: {fault.Message}");
        }
    }
}
