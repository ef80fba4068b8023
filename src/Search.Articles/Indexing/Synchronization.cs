using System.Diagnostics;
using Search.Articles.Reading;
using Search.Articles.Reading.Submissions;
using Search.Articles.Results;
using Search.Articles.Searching;

namespace Search.Articles.Indexing;

/// <summary>One synchronisation: what it is about, what it has counted, and how it takes its turns with other writers.</summary>
/// <param name="writer">The writer, which others may use between two turns.</param>
/// <param name="served">What is searched meanwhile.</param>
/// <param name="settings">How sources are read.</param>
internal sealed class Synchronization(
    SharedWriter writer, ServedSnapshot served, ReadingSettings settings, IProgress<IndexProgress>? progress, CancellationToken cancellation)
{
    private readonly int _losses = writer.Losses;

    /// <summary>When it began (<see cref="Stopwatch.GetTimestamp"/>), before the scan.</summary>
    public required long StartedAt { get; init; }

    public required SourceScan Scan { get; init; }

    public required SynchronizationPlan Plan { get; init; }

    public SynchronizationLimits Limits { get; init; } = SynchronizationLimits.Default;

    public SynchronizationCounts Counts { get; } = new();

    public ReadingSettings Settings => settings;

    /// <summary>The wanted records of the scan.</summary>
    public IEnumerable<SourceRecord> Records(Predicate<string> wanted)
    {
        var done = 0;
        foreach (SourceRecord record in Scan.Records(wanted))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new IndexProgress(done++, Scan.Found.Count, record.Path));
            yield return record;
        }
    }

    /// <summary>What was handed over: it teaches and is taught as files are, and moves into an index that is built anew.</summary>
    public IEnumerable<SourceRecord> Submissions()
    {
        using IndexSnapshot.Lease? lease = served.Acquire();
        if (lease is null)
            yield break;
        foreach (byte[] kept in ExistingArticles.Submissions(lease.Snapshot))
        {
            cancellation.ThrowIfCancellationRequested();
            if (SubmissionReader.TryOpen(kept) is { } record)
                yield return record;
        }
    }

    /// <summary>A turn with the writer.</summary>
    /// <exception cref="IOException">What this synchronisation wrote before was given up, by somebody else's failure.</exception>
    public void Turn(Action<WritingSession> work) => writer.Use(session =>
    {
        cancellation.ThrowIfCancellationRequested();
        if (writer.Losses != _losses)
            throw new IOException("Writing to the index failed meanwhile. What was committed stays; index again to go on.");
        work(session);
        return true;
    });

    /// <summary>Leaves out what belongs to somebody else by now: articles that were handed over, or that another file holds.</summary>
    public List<SourceRecord> WithoutForeign(List<SourceRecord> records)
    {
        using IndexSnapshot.Lease? lease = served.Acquire();
        if (lease is null || served.IsOutdated)
            return records;
        return records.FindAll(record =>
        {
            if (record.Submission is not null || ExistingArticles.Find(lease.Snapshot, record.Id) is not { } now || now.Path == record.Path && !now.IsSubmitted)
                return true;
            if (Plan.Existing.ContainsKey(record.Id) && !now.IsSubmitted)
                return true; // known, and on its way from one path to the other
            Scan.Skip(record.Id, record.Path, now.IsSubmitted ? SynchronizationPlan.HandedOver : $"its id \"{record.Id}\" stands for {now.Path} already");
            return false;
        });
    }

    /// <summary>Counts an article that was written because it is new or its content another.</summary>
    public void CountWritten(SourceRecord record)
    {
        if (!Plan.Existing.TryGetValue(record.Id, out ExistingArticle? before))
            Counts.Added++;
        else if (before.Hash != ContentKey.Of(record.ContentHash))
            Counts.Updated++;
    }

    /// <summary>Names a record that resists; the others go on.</summary>
    public void Fail(SourceRecord record, string reason) => Scan.Skip(record.Id, record.Path, reason);

    /// <summary>Deletes what is gone.</summary>
    public void DeleteGone(WritingSession session)
    {
        foreach (string id in Plan.Gone())
        {
            session.Delete(id);
            Counts.Removed++;
        }
    }

    /// <summary>What was done.</summary>
    public IndexReport Report(IndexStatus status) => new()
    {
        Articles = status.Articles,
        Paragraphs = status.Paragraphs,
        Added = Counts.Added,
        Updated = Counts.Updated,
        Removed = Counts.Removed,
        Unchanged = Math.Max(0, status.Articles - Counts.Added - Counts.Updated),
        Names = Counts.Names,
        Places = Counts.Places,
        Furniture = Counts.Furniture,
        Skipped = Scan.Skipped,
        Elapsed = Stopwatch.GetElapsedTime(StartedAt),
    };

    /// <summary>What would be done.</summary>
    public IndexReport ReportPlan(IndexStatus status)
    {
        IReadOnlyList<ArticleChange> changes = Plan.Changes();
        int updated = changes.Count(change => change.Kind == ArticleChangeKind.Updated);
        int removed = changes.Count(change => change.Kind == ArticleChangeKind.Removed);
        return Report(status) with
        {
            Added = changes.Count - updated - removed,
            Updated = updated,
            Removed = removed,
            Unchanged = Plan.Existing.Count - updated - removed,
            Changes = changes,
        };
    }
}
