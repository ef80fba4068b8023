using System.Diagnostics;
using Search.Articles.Reading;
using Search.Articles.Results;
using Search.Articles.Searching;

namespace Search.Articles.Indexing;

/// <summary>Brings an index in line with folders and files.</summary>
/// <remarks>
/// Scan: what is there, by content hash. Plan: what is new, changed or gone. Write: a small collection exactly
/// (<see cref="WholeCollection"/>), a large one in batches (<see cref="GrowingCollection"/>). Searching goes on meanwhile, and so do other writes.
/// </remarks>
internal sealed class ArticleSynchronizer(SharedWriter writer, ServedSnapshot served, Func<IndexStatus> status)
{
    /// <summary>How much is done at a time.</summary>
    public SynchronizationLimits Limits { get; init; } = SynchronizationLimits.Default;

    /// <summary>Number of articles in the index now.</summary>
    public int Articles => status().Articles;

    /// <summary>Everything in folders and files. Where one that is named is not there at the moment, nothing is taken to be gone.</summary>
    public IndexReport Run(IReadOnlyList<string> paths, SynchronizeOptions options, IProgress<IndexProgress>? progress, CancellationToken cancellation) =>
        Run(paths, options, learnsAnew: false, progress, cancellation);

    /// <summary>The same; <paramref name="learnsAnew"/> says that a small collection is looked at again even when nothing changed since.</summary>
    public IndexReport Run(
        IReadOnlyList<string> paths, SynchronizeOptions options, bool learnsAnew, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        ReadingSettings settings = SettingsFor(options);
        if (!options.DryRun)
            writer.Use(session => session.IsBuiltAnew); // in use by another process: better known before reading than after
        var scan = SourceScan.OfFolders(paths, settings.Fields, progress, cancellation);
        using IndexSnapshot.Lease? lease = served.Acquire();
        IndexSnapshot? before = served.IsOutdated ? null : lease?.Snapshot;
        var plan = new SynchronizationPlan(before is null ? [] : ExistingArticles.Read(before), scan, ReadsAnew(lease, settings)) { Removes = paths.All(Path.Exists) };
        plan.YieldToSubmissions();
        var work = new Synchronization(writer, served, settings, progress, cancellation) { StartedAt = started, Scan = scan, Plan = plan, Limits = Limits };
        if (options.DryRun)
            return work.ReportPlan(status());
        if (plan.HasChanges || before is null || learnsAnew)
            Write(work, isWhole: scan.Found.Count + plan.Existing.Values.Count(article => article.IsSubmitted) <= Limits.WholeCollection, finishes: true);
        return work.Report(status());
    }

    /// <summary>Some files that changed and some that are gone: nothing else is read.</summary>
    public IndexReport Run(IReadOnlyList<SourceFile> changed, IReadOnlyList<SourceFile> gone, CancellationToken cancellation)
    {
        if (served.IsOutdated)
            throw new IndexInUseException("The index is of an earlier version of this program, and must be built anew from the whole folder.");
        long started = Stopwatch.GetTimestamp();
        ReadingSettings settings = SettingsFor(SynchronizeOptions.Default);
        var scan = SourceScan.OfFiles(changed, settings.Fields, cancellation);
        var existing = new Dictionary<string, ExistingArticle>(StringComparer.Ordinal);
        using (IndexSnapshot.Lease? lease = served.Acquire())
        {
            foreach (SourceFile file in lease is null ? [] : changed.Concat(gone))
            {
                foreach ((string id, ExistingArticle article) in ExistingArticles.Under(lease!.Snapshot, file.Path))
                {
                    if (IsOf(file, id, article.Path))
                        existing[id] = article;
                }
            }
        }
        var plan = new SynchronizationPlan(existing, scan, readsAnew: false);
        plan.YieldToSubmissions();
        var work = new Synchronization(writer, served, settings, progress: null, cancellation) { StartedAt = started, Scan = scan, Plan = plan, Limits = Limits };
        if (plan.HasChanges)
            Write(work, isWhole: false, finishes: false);
        return work.Report(status());
    }

    private void Write(Synchronization work, bool isWhole, bool finishes)
    {
        try
        {
            if (isWhole)
                new WholeCollection(work).Write();
            else
                new GrowingCollection(work).Write();
            if (finishes)
                writer.Close();
        }
        catch
        {
            writer.Discard();
            throw;
        }
    }

    private ReadingSettings SettingsFor(SynchronizeOptions options)
    {
        using IndexSnapshot.Lease? lease = served.Acquire();
        ReadingSettings recorded = lease is null ? ReadingSettings.Default : CommitData.SettingsOf(lease.Snapshot.Reader.UserData);
        return ReadingSettings.Parse(options.Fields ?? recorded.Fields.ToString(), options.KeptFurniture ?? recorded.KeptFurniture);
    }

    private bool ReadsAnew(IndexSnapshot.Lease? lease, ReadingSettings settings)
    {
        if (lease is null || served.IsOutdated)
            return true;
        ReadingSettings recorded = CommitData.SettingsOf(lease.Snapshot.Reader.UserData);
        return recorded.Fields.ToString() != settings.Fields.ToString() || recorded.KeptFurniture != settings.KeptFurniture;
    }

    private static bool IsOf(SourceFile file, string id, string path) =>
        (id == file.Id || id.StartsWith(file.Id + "~", StringComparison.Ordinal)) && (path == file.Path || SourcePath.IsPartOf(path, file.Path));
}
