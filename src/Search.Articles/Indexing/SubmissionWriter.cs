using Search.Articles.Reading;
using Search.Articles.Reading.Submissions;
using Search.Articles.Searching;

namespace Search.Articles.Indexing;

/// <summary>Writes articles that were handed over, in batches that are committed one after the other.</summary>
/// <remarks>A batch is gathered without holding the index, so that a stream that comes slowly keeps nobody else from writing. One thread.</remarks>
/// <param name="write">Opens the index for writing, does the work and closes it.</param>
internal sealed class SubmissionWriter(Action<Action<WritingSession>> write)
{
    private const int MaxBatch = 500;
    private const long MaxBatchLength = 8 << 20;

    private readonly List<RejectedArticle> _rejected = [];
    private readonly Dictionary<string, (int Number, SourceRecord Record)> _batch = new(StringComparer.Ordinal);
    private int _added;
    private int _replaced;
    private int _unchanged;

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
                write(WriteBatch);
                length = 0;
            }
        }
        if (_batch.Count > 0)
            write(WriteBatch);
    }

    /// <summary>What was done.</summary>
    public WriteReport Report(long generation) => new(_added, _replaced, _unchanged, _rejected, generation);

    private void WriteBatch(WritingSession session)
    {
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        var changed = new List<SourceRecord>(_batch.Count);
        foreach ((string id, (int _, SourceRecord record)) in _batch)
        {
            ExistingArticle? existing = session.Before is { } before ? ExistingArticles.Find(before, id) : null;
            if (existing is not null)
                replaced.Add(id);
            if (existing?.Hash == record.ContentHash)
                _unchanged++;
            else
                changed.Add(record);
        }
        var batch = new ArticleBatch(session, new SynchronizationCounts(), (record, reason) => _rejected.Add(new RejectedArticle(_batch[record.Id].Number, record.Id, reason)));
        IReadOnlyList<SourceRecord> written = batch.Write(changed);
        if (written.Count > 0)
        {
            session.Commit();
            session.Close();
        }
        _replaced += written.Count(record => replaced.Contains(record.Id));
        _added += written.Count(record => !replaced.Contains(record.Id));
        _batch.Clear();
    }
}
