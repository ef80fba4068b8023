using Search.Articles.Cleaning;
using Search.Articles.Reading.Archives;
using Search.Articles.Reading.Feeds;
using Search.Articles.Reading.Html;
using Search.Articles.Reading.Json;
using Search.Articles.Reading.Tables;
using Search.Articles.Searching;

namespace Search.Articles.Reading;

/// <summary>Reads articles: finds the records of files, and composes each into header, furniture and paragraphs.</summary>
/// <remarks>
/// Two steps, so that what has not changed need not be composed: <see cref="Open"/> gives records with their content hash,
/// <see cref="Compose(SourceRecord)"/> makes the article. Thread safe when the statistics no longer change.
/// </remarks>
/// <param name="statistics">What is known of lines that repeat across the collection; null when nothing is.</param>
/// <param name="settings">How to read; null for the usual way.</param>
public sealed class ArticleReader(CollectionStatistics? statistics = null, ReadingSettings? settings = null)
{
    private readonly ReadingSettings _settings = settings ?? ReadingSettings.Default;

    /// <summary>The records of a file in order. What cannot be read is a result with its reason, never an exception.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fields">Which fields of data files mean what; null for common names.</param>
    public static IEnumerable<ReadResult> Open(SourceFile file, FieldMap? fields = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Format switch
        {
            ArticleFormat.Json => OpenWhole(file, (source, content) => JsonRecords.FromDocument(source, content, fields ?? FieldMap.Common)),
            ArticleFormat.JsonLines => JsonRecords.FromLines(file, fields ?? FieldMap.Common),
            ArticleFormat.Table => TableRecords.Read(file, fields ?? FieldMap.Common),
            ArticleFormat.Feed => OpenWhole(file, FeedRecords.Read),
            ArticleFormat.Zip => ZipReader.Read(file, fields ?? FieldMap.Common),
            ArticleFormat.Html => OpenWhole(file, OpenPage),
            _ => OpenWhole(file, OpenText),
        };
    }

    /// <summary>Takes a record apart. Names and places are left to the tagger.</summary>
    /// <exception cref="InvalidDataException">The text resists: a pattern would take too long on it.</exception>
    public Article Compose(SourceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return PatternPatience.Run(() => ArticleComposer.Compose(record.Read(), statistics, _settings));
    }

    /// <summary>Takes apart what was read.</summary>
    /// <exception cref="InvalidDataException">The text resists: a pattern would take too long on it.</exception>
    internal Article Compose(RawArticle raw) => PatternPatience.Run(() => ArticleComposer.Compose(raw, statistics, _settings));

    /// <summary>Takes a plain text apart that came from elsewhere than a file.</summary>
    public Article ComposeText(string id, string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var repairs = new List<string>();
        string source = TextRepair.Clean(text, repairs);
        return ArticleComposer.Compose(new RawArticle { Id = id, Path = path, Source = source, Repairs = repairs }, statistics, _settings);
    }

    /// <summary>Everything under folders and files: each record composed, or what was skipped.</summary>
    public IEnumerable<(Article? Article, SkippedSource? Skipped)> ReadAll(IReadOnlyList<string> paths)
    {
        var skipped = new Queue<SkippedSource>();
        foreach (SourceFile file in SourceFiles.Find(paths, skipped.Enqueue))
        {
            while (skipped.TryDequeue(out SkippedSource? source)) yield return (null, source);
            foreach (ReadResult result in Open(file, _settings.Fields))
                yield return result.Record is null ? (null, result.Skipped) : TryCompose(result.Record);
        }

        while (skipped.TryDequeue(out SkippedSource? source)) yield return (null, source);
    }

    /// <summary>Adds a record's lines to statistics, the first of two passes over a collection.</summary>
    public static void Observe(SourceRecord record, CollectionStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(statistics);
        statistics.Observe(PatternPatience.Run(record.Read).Source);
    }

    private (Article? Article, SkippedSource? Skipped) TryCompose(SourceRecord record)
    {
        try
        {
            return (Compose(record), null);
        }
        catch (InvalidDataException e)
        {
            return (null, new SkippedSource(record.Path, 0, e.Message));
        }
    }

    private static IEnumerable<ReadResult> OpenWhole(SourceFile file, Func<SourceFile, byte[], IEnumerable<ReadResult>> open)
    {
        byte[] content;
        try
        {
            content = SourceContent.ReadAll(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return [new ReadResult(null, new SkippedSource(file.Path, 0, e.Message))];
        }

        return open(file, content);
    }

    private static IEnumerable<ReadResult> OpenText(SourceFile file, byte[] content)
    {
        if (Binary.Reason(content) is { } reason) return [new ReadResult(null, new SkippedSource(file.Path, 0, reason))];
        return [Record(file, content, () =>
        {
            DecodedText decoded = TextDecoder.Decode(content);
            return new RawArticle { Id = file.Id, Path = file.Path, Source = decoded.Text, Repairs = decoded.Repairs };
        })];
    }

    private static IEnumerable<ReadResult> OpenPage(SourceFile file, byte[] content)
    {
        if (Binary.Reason(content) is { } reason) return [new ReadResult(null, new SkippedSource(file.Path, 0, reason))];
        return [Record(file, content, () => PageReader.Read(file.Id, file.Path, content))];
    }

    private static ReadResult Record(SourceFile file, byte[] content, Func<RawArticle> read) =>
        new(new SourceRecord(file.Id, file.Path, SourceContent.Hash(content), content.Length, read), null);
}
