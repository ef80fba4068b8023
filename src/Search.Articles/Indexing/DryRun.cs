using System.Diagnostics;
using Search.Articles.Results;
using Search.Articles.Searching;

namespace Search.Articles.Indexing;

/// <summary>Tells what a synchronisation would do, writing nothing: the index may be in use meanwhile.</summary>
internal sealed class DryRun(ServedSnapshot served)
{
    public IndexReport Run(IReadOnlyList<string> paths, long startedAt, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        using IndexSnapshot.Lease? lease = served.Acquire();
        IndexSnapshot? before = served.IsOutdated ? null : lease?.Snapshot;
        var scan = SourceScan.Run(paths, progress, cancellation);
        var plan = new SynchronizationPlan(before is null ? [] : ExistingArticles.Read(before), scan);
        plan.YieldToSubmissions();
        IReadOnlyList<ArticleChange> changes = plan.Changes();
        int added = changes.Count(change => change.Kind == ArticleChangeKind.Added);
        int updated = changes.Count(change => change.Kind == ArticleChangeKind.Updated);
        int removed = changes.Count - added - updated;
        return new IndexReport
        {
            Articles = before?.Blocks.ArticleCount ?? 0,
            Paragraphs = before?.ParagraphCount ?? 0,
            Added = added,
            Updated = updated,
            Removed = removed,
            Unchanged = plan.Existing.Count - updated - removed,
            Names = 0,
            Places = 0,
            Furniture = new Dictionary<string, int>(StringComparer.Ordinal),
            Skipped = scan.Skipped,
            Changes = changes,
            Elapsed = Stopwatch.GetElapsedTime(startedAt),
        };
    }
}
