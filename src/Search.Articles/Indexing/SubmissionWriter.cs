using Search.Articles.Reading;
using Search.Articles.Reading.Submissions;
using Search.Articles.Results;
using Search.Articles.Searching;

namespace Search.Articles.Indexing;

/// <summary>Writes articles that were handed over, in batches that are committed one after the other.</summary>
/// <remarks>A batch is gathered without holding the index, so that a stream that comes slowly keeps nobody else from writing. One thread.</remarks>
internal sealed class SubmissionWriter(SharedWriter writer, ServedSnapshot served)
{
    private const int MaxBatch = 500;
    private const long MaxBatchLength = 8 << 20;

    private readonly List<RejectedArticle> _rejected = [];
    private readonly Dictionary<string, (int Number, SourceRecord Record)> _batch = new(StringComparer.Ordinal);
    private readonly Dictionary<int, WriteOutcome> _outcomes = [];

    /// <summary>Writes and commits all of them.</summary>
    public void Write(IEnumerable<ArticleSubmission> articles, CancellationToken cancellation)
    {
        var number = 0;
        long length = 0;
        foreach (ArticleSubmission article in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            if (SubmissionRules.Fault(article) is { } fault)
            {
                _rejected.Add(new RejectedArticle(number, article.Id ?? "", fault));
                continue;
            }
            SourceRecord record = SubmissionReader.Open(article);
            length += record.Submission!.Length;
            _batch[record.Id] = (number, record); // of two with one id, the later counts
            if (_batch.Count >= MaxBatch || length >= MaxBatchLength)
            {
                writer.Change(WriteBatch);
                length = 0;
            }
        }
        if (_batch.Count > 0)
            writer.Change(WriteBatch);
    }

    /// <summary>What was done.</summary>
    public WriteReport Report(long generation) => new(
        Count(WriteOutcome.Added), Count(WriteOutcome.Replaced), Count(WriteOutcome.Unchanged), _rejected, generation) { Outcomes = _outcomes };

    private int Count(WriteOutcome outcome) => _outcomes.Values.Count(other => other == outcome);

    private bool WriteBatch(WritingSession session)
    {
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        List<SourceRecord> changed = FindChanged(replaced);
        var batch = new ArticleBatch(session, new SynchronizationCounts(), (record, reason) => _rejected.Add(new RejectedArticle(_batch[record.Id].Number, record.Id, reason)));
        IReadOnlyList<SourceRecord> written = batch.Write(changed);
        if (written.Count > 0)
            session.Commit();
        foreach (SourceRecord record in written)
            _outcomes[_batch[record.Id].Number] = replaced.Contains(record.Id) ? WriteOutcome.Replaced : WriteOutcome.Added;
        _batch.Clear();
        return true;
    }

    private List<SourceRecord> FindChanged(HashSet<string> replaced)
    {
        using IndexSnapshot.Lease? lease = served.Acquire();
        var changed = new List<SourceRecord>(_batch.Count);
        foreach ((string id, (int number, SourceRecord record)) in _batch)
        {
            ExistingArticle? existing = lease is null ? null : ExistingArticles.Find(lease.Snapshot, id);
            if (existing is not null)
                replaced.Add(id);
            if (existing?.Hash == ContentKey.Of(record.ContentHash))
                _outcomes[number] = WriteOutcome.Unchanged;
            else
                changed.Add(record);
        }
        return changed;
    }
}
