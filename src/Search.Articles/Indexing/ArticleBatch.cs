using Search.Articles.Names;
using Search.Articles.Reading;

namespace Search.Articles.Indexing;

/// <summary>Takes a batch of records apart, learns from them, and writes them; what was known before is kept and grows.</summary>
/// <remarks>Uses all processors. Memory is bounded by its callers, who hand over so much at a time. One thread calls.</remarks>
/// <param name="session">Where to.</param>
/// <param name="counts">What is written is counted here.</param>
/// <param name="failed">Takes the records that resist, and why; the others go on.</param>
internal sealed class ArticleBatch(WritingSession session, SynchronizationCounts counts, Action<SourceRecord, string> failed)
{
    private static readonly NameTagger Tagger = new();

    /// <summary>Writes the records, each in place of what had its id. Not committed.</summary>
    /// <param name="records">No two of one id.</param>
    /// <returns>Those that were written.</returns>
    public IReadOnlyList<SourceRecord> Write(IReadOnlyList<SourceRecord> records)
    {
        Work[] batch = [.. records.Select(record => new Work { Record = record })];
        CollectionKnowledge knowledge = session.Knowledge;
        ForEach(batch, work => work.Raw = work.Record.Read());
        foreach (Work work in batch.Where(work => work.Fault is null))
            knowledge.Lines.Observe(work.Raw!.Source);

        var reader = new ArticleReader(knowledge.Lines, session.Settings);
        ForEach(batch, work =>
        {
            work.Article = reader.Compose(work.Raw!);
            work.Raw = null;
            work.Names = Tagger.Tag(work.Article.Headline, work.Article.Paragraphs);
        });

        var names = new NameCollection();
        foreach (Work work in batch.Where(work => work.Fault is null))
            names.Add(work.Names!);
        AliasTable aliases = knowledge.Learn(names);
        ForEach(batch, work => Write(work, aliases));
        return Finish(batch);
    }

    private void Write(Work work, AliasTable aliases)
    {
        Article article = work.Article! with { Paragraphs = aliases.Apply(work.Article.Paragraphs, work.Names!) };
        session.Write(work.Record, article);
        work.Article = article;
    }

    private List<SourceRecord> Finish(Work[] batch)
    {
        var written = new List<SourceRecord>(batch.Length);
        foreach (Work work in batch)
        {
            if (work.Fault is { } fault)
            {
                failed(work.Record, fault);
                continue;
            }
            counts.Count(work.Article!);
            written.Add(work.Record);
        }
        return written;
    }

    private static void ForEach(Work[] batch, Action<Work> step) =>
        Parallel.ForEach(batch, work => work.Fault ??= RecordFaults.Try(() => step(work)));

    /// <summary>One record on its way.</summary>
    private sealed class Work
    {
        public required SourceRecord Record { get; init; }

        public RawArticle? Raw { get; set; }

        public Article? Article { get; set; }

        public ArticleNames? Names { get; set; }

        public string? Fault { get; set; }
    }
}
