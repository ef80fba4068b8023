using System.Diagnostics;
using Search.Articles.Names;
using Search.Articles.Reading;

namespace Search.Articles.Indexing;

/// <summary>Writes what is new or has changed into a collection that is too large to be learned anew, or too well known to need it.</summary>
/// <remarks>
/// In batches that fit into memory, committed every so often: a run that is stopped keeps what was committed, and the next one goes on by
/// content hash. A collection that nothing is known of yet is learned from a sample first, spread over all of it.
/// </remarks>
internal sealed class GrowingCollection(Synchronization work)
{
    private readonly Stopwatch _sinceCommit = Stopwatch.StartNew();
    private int _uncommitted;

    public void Write()
    {
        LearnSample();
        foreach (List<SourceRecord> batch in RecordBatches.Of(Wanted(), work.Limits))
            WriteBatch(work.WithoutForeign(batch));
        work.Turn(session =>
        {
            work.DeleteGone(session);
            session.Settings = work.Settings;
            if (session.NeedsCommit)
                session.Commit();
        });
    }

    private IEnumerable<SourceRecord> Wanted() =>
        work.Records(work.Plan.IsNewOrChanged).Concat(work.Plan.ReadsAnew ? work.Submissions() : []);

    private void WriteBatch(List<SourceRecord> batch) => work.Turn(session =>
    {
        session.Settings = work.Settings;
        foreach (SourceRecord written in new ArticleBatch(session, work.Counts, work.Fail).Write(batch))
        {
            work.CountWritten(written);
            _uncommitted++;
        }
        // What is built anew replaces an index that is searched meanwhile: all at once.
        if (session.IsBuiltAnew || _uncommitted < work.Limits.CommitAfterArticles && _sinceCommit.Elapsed < work.Limits.CommitAfter)
            return;
        session.Commit();
        _uncommitted = 0;
        _sinceCommit.Restart();
    });

    private void LearnSample()
    {
        var isKnown = false;
        work.Turn(session => isKnown = !session.Knowledge.IsEmpty);
        int step = work.Scan.Found.Count / work.Limits.WholeCollection;
        if (isKnown || step == 0)
            return;
        var knowledge = new CollectionKnowledge();
        foreach (SourceRecord record in Sample(step))
            Learn(record, () => ArticleReader.Observe(record, knowledge.Lines));
        var reader = new ArticleReader(knowledge.Lines, work.Settings);
        var tagger = new NameTagger();
        foreach (SourceRecord record in Sample(step))
        {
            Learn(record, () =>
            {
                Article article = reader.Compose(record);
                knowledge.Names.Add(tagger.Tag(article.Headline, article.Paragraphs));
            });
        }
        work.Turn(session => session.Knowledge = knowledge);
    }

    // By the id's characters, not by position: the same sample whatever the order of the files.
    private IEnumerable<SourceRecord> Sample(int step) =>
        work.Records(id => (uint)id.Aggregate(17, (hash, c) => hash * 31 + c) % (uint)step == 0);

    private void Learn(SourceRecord record, Action step)
    {
        if (RecordFaults.Try(step) is { } fault)
            work.Fail(record, fault);
    }
}
