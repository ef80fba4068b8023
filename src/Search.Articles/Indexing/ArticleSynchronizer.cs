using System.Diagnostics;
using Search.Articles.Cleaning;
using Search.Articles.Names;
using Search.Articles.Reading;
using Search.Articles.Reading.Submissions;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Index;

namespace Search.Articles.Indexing;

/// <summary>Brings an index in line with folders and files.</summary>
/// <remarks>
/// Scan: what is there, by content hash. Learn: which lines repeat, which names there are. Write: what is new, has changed, or is
/// derived differently now. Up to <see cref="RelearnLimit"/> articles the whole collection is learned anew with every change; beyond, what
/// was learned before is kept and only what changed is added to it. Articles are taken apart anew in each pass, so that no more than
/// one of them is in memory at a time.
/// </remarks>
/// <param name="session">Open for writing; committed by the caller.</param>
/// <param name="plan">What must be done.</param>
/// <param name="scan">What should be in the index.</param>
internal sealed class ArticleSynchronizer(
    WritingSession session, SynchronizationPlan plan, SourceScan scan, IProgress<IndexProgress>? progress, CancellationToken cancellation)
{
    public const int RelearnLimit = 5_000;

    private readonly NameTagger _tagger = new();
    private readonly SynchronizationCounts _counts = new();

    /// <summary>Writes all changes.</summary>
    public void Run()
    {
        bool relearns = session.Knowledge.IsEmpty || scan.Found.Count <= RelearnLimit;
        if (relearns)
            session.Knowledge = new CollectionKnowledge();
        CollectionKnowledge knowledge = session.Knowledge;
        Predicate<string> wanted = relearns ? _ => true : plan.IsNewOrChanged;
        foreach (SourceRecord record in Each(wanted, relearns))
            Guard(record, () => ArticleReader.Observe(record, knowledge.Lines));
        foreach (SourceRecord record in Each(wanted, relearns))
            Guard(record, () => knowledge.Names.Add(Tag(Compose(record, knowledge.Lines))));
        AliasTable aliases = AliasTable.Create(knowledge.Names);
        foreach (SourceRecord record in Each(wanted, relearns))
            Guard(record, () => Write(record, Compose(record, knowledge.Lines), aliases));
        foreach (string id in plan.Gone())
        {
            session.Writer.DeleteDocuments(new Term(ArticleFields.Article, id));
            _counts.Removed++;
        }
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

    private IEnumerable<SourceRecord> Each(Predicate<string> wanted, bool relearns)
    {
        var done = 0;
        foreach (SourceRecord record in scan.Records(wanted).Concat(relearns ? Submissions() : []))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new IndexProgress(done++, scan.Found.Count, record.Path));
            yield return record;
        }
    }

    // What was handed over teaches and is taught as files are, and moves into an index that is built anew.
    private IEnumerable<SourceRecord> Submissions() =>
        session.Kept is { } kept ? ExistingArticles.Submissions(kept).Select(SubmissionReader.TryOpen).OfType<SourceRecord>() : [];

    private static Article Compose(SourceRecord record, CollectionStatistics lines) => new ArticleReader(lines).Compose(record);

    private ArticleNames Tag(Article article) => _tagger.Tag(article.Headline, article.Paragraphs);

    private void Write(SourceRecord record, Article composed, AliasTable aliases)
    {
        Article article = composed with { Paragraphs = aliases.Apply(composed.Paragraphs, Tag(composed)) };
        _counts.Count(article);
        string fingerprint = ArticleFingerprint.Of(article);
        bool isKnown = plan.Existing.TryGetValue(record.Id, out ExistingArticle? before);
        if (isKnown && before!.Fingerprint == fingerprint && before.Hash == record.ContentHash)
            return;
        session.Writer.UpdateDocuments(new Term(ArticleFields.Article, record.Id), ArticleDocuments.Create(article, record.ContentHash, fingerprint, record.Submission));
        if (!isKnown)
            _counts.Added++;
        else if (before!.Hash != record.ContentHash)
            _counts.Updated++;
    }

    private void Guard(SourceRecord record, Action work)
    {
        if (RecordFaults.Try(work) is { } fault)
            scan.Skip(record.Id, record.Path, fault);
    }
}
