using Search.Articles.Names;
using Search.Articles.Reading;
using Search.Articles.Schema;
using Search.Engine.Index;

namespace Search.Articles.Indexing;

/// <summary>Takes a batch of records apart, learns from them, and writes them; what was known before is kept and grows.</summary>
/// <remarks>Bounded by its callers, who hand over so many records at a time. One thread.</remarks>
/// <param name="session">Where to.</param>
/// <param name="counts">What is written is counted here.</param>
/// <param name="failed">Takes the records that resist, and why; the others go on.</param>
internal sealed class ArticleBatch(WritingSession session, SynchronizationCounts counts, Action<SourceRecord, string> failed)
{
    private readonly NameTagger _tagger = new();

    /// <summary>Writes the records, each in place of what had its id. Not committed.</summary>
    /// <returns>Those that were written.</returns>
    public IReadOnlyList<SourceRecord> Write(IReadOnlyList<SourceRecord> records)
    {
        CollectionKnowledge knowledge = session.Knowledge;
        SourceRecord[] sound = [.. records.Where(record => Guard(record, () => ArticleReader.Observe(record, knowledge.Lines)))];
        var composed = new List<(SourceRecord Record, Article Article, ArticleNames Names)>(sound.Length);
        var reader = new ArticleReader(knowledge.Lines);
        foreach (SourceRecord record in sound)
        {
            Guard(record, () =>
            {
                Article article = reader.Compose(record);
                composed.Add((record, article, _tagger.Tag(article.Headline, article.Paragraphs)));
            });
        }

        var names = new NameCollection();
        foreach ((_, _, ArticleNames found) in composed)
            names.Add(found);
        AliasTable aliases = knowledge.Learn(names);
        var written = new List<SourceRecord>(composed.Count);
        foreach ((SourceRecord record, Article article, ArticleNames found) in composed)
        {
            if (Guard(record, () => Write(record, article with { Paragraphs = aliases.Apply(article.Paragraphs, found) })))
                written.Add(record);
        }
        return written;
    }

    private void Write(SourceRecord record, Article article)
    {
        string fingerprint = ArticleFingerprint.Of(article);
        session.Writer.UpdateDocuments(new Term(ArticleFields.Article, record.Id), ArticleDocuments.Create(article, record.ContentHash, fingerprint, record.Submission));
        counts.Count(article);
    }

    private bool Guard(SourceRecord record, Action work)
    {
        if (RecordFaults.Try(work) is not { } fault)
            return true;
        failed(record, fault);
        return false;
    }
}
