using Search.Articles.Names;
using Search.Articles.Reading;
using Search.Articles.Schema;

namespace Search.Articles.Indexing;

/// <summary>Writes a small collection exactly: everything is learned anew, then what is new, has changed, or is derived differently now is written.</summary>
/// <remarks>
/// Three passes, so that no more than a batch of articles is in memory: lines that repeat, names, articles. One commit in the end: a
/// synchronisation that is stopped leaves the index as it was.
/// </remarks>
internal sealed class WholeCollection(Synchronization work)
{
    private readonly NameTagger _tagger = new();
    private readonly CollectionKnowledge _knowledge = new();

    public void Write()
    {
        foreach (SourceRecord record in Everything())
            Guard(record, () => ArticleReader.Observe(record, _knowledge.Lines));
        var reader = new ArticleReader(_knowledge.Lines, work.Settings);
        foreach (List<SourceRecord> batch in RecordBatches.Of(Everything(), work.Limits))
        {
            foreach ((_, Article? article) in Compose(reader, batch))
                _knowledge.Names.Add(_tagger.Tag(article.Headline, article.Paragraphs));
        }

        AliasTable aliases = _knowledge.Resolve();
        foreach (List<SourceRecord> batch in RecordBatches.Of(Everything(), work.Limits))
            WriteBatch(Compose(reader, work.WithoutForeign(batch)), aliases);
        work.Turn(session =>
        {
            work.DeleteGone(session);
            session.Knowledge = _knowledge;
            session.Settings = work.Settings;
            session.Commit();
        });
    }

    private IEnumerable<SourceRecord> Everything() => work.Records(_ => true).Concat(work.Submissions());

    private List<(SourceRecord Record, Article Article)> Compose(ArticleReader reader, List<SourceRecord> batch)
    {
        var articles = new Article?[batch.Count];
        var faults = new string?[batch.Count];
        Parallel.For(0, batch.Count, i => faults[i] = RecordFaults.Try(() => articles[i] = reader.Compose(batch[i])));
        var composed = new List<(SourceRecord, Article)>(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            if (faults[i] is { } fault)
                work.Fail(batch[i], fault);
            else
                composed.Add((batch[i], articles[i]!));
        }
        return composed;
    }

    private void WriteBatch(List<(SourceRecord Record, Article Article)> batch, AliasTable aliases) => work.Turn(session =>
    {
        foreach ((SourceRecord record, Article composed) in batch)
        {
            Guard(record, () =>
            {
                Article article = composed with { Paragraphs = aliases.Apply(composed.Paragraphs, _tagger.Tag(composed.Headline, composed.Paragraphs)) };
                string fingerprint = ArticleFingerprint.Of(article);
                if (!IsAsBefore(record, fingerprint))
                {
                    session.Write(record, article, fingerprint);
                    work.CountWritten(record);
                }
                work.Counts.Count(article);
            });
        }
    });

    private bool IsAsBefore(SourceRecord record, string fingerprint) =>
        work.Plan.Existing.TryGetValue(record.Id, out ExistingArticle? before)
        && before.Fingerprint == ContentKey.Of(fingerprint) && before.Hash == ContentKey.Of(record.ContentHash);

    private void Guard(SourceRecord record, Action step)
    {
        if (RecordFaults.Try(step) is { } fault)
            work.Fail(record, fault);
    }
}
