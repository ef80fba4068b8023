namespace Search.Articles.Searching;

/// <summary>What an index holds and whether it can be written to.</summary>
/// <param name="Articles">Number of articles.</param>
/// <param name="Paragraphs">Number of paragraphs.</param>
/// <param name="Generation">The commit being served; 0 before the first.</param>
/// <param name="CommittedAt">When it was made; null before the first.</param>
/// <param name="WriterElsewhere">Whether another process held the write lock when this one last tried to write.</param>
public sealed record IndexStatus(int Articles, int Paragraphs, long Generation, DateTimeOffset? CommittedAt, bool WriterElsewhere);

/// <summary>How far a synchronisation is.</summary>
/// <param name="FilesDone">Files dealt with.</param>
/// <param name="FilesTotal">Files found.</param>
/// <param name="Current">The file being read.</param>
public sealed record IndexProgress(int FilesDone, int FilesTotal, string Current);

/// <summary>What a synchronisation did.</summary>
public sealed record IndexReport
{
    /// <summary>Articles in the index afterwards.</summary>
    public required int Articles { get; init; }

    /// <summary>Paragraphs in the index afterwards.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>Articles that were new.</summary>
    public required int Added { get; init; }

    /// <summary>Articles whose content had changed.</summary>
    public required int Updated { get; init; }

    /// <summary>Articles that are gone.</summary>
    public required int Removed { get; init; }

    /// <summary>Articles that were left as they were.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Distinct names in what was read.</summary>
    public required int Names { get; init; }

    /// <summary>Distinct places in what was read.</summary>
    public required int Places { get; init; }

    /// <summary>Stretches of page furniture in what was read, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Furniture { get; init; }

    /// <summary>Files and lines that were not read, and why.</summary>
    public required IReadOnlyList<SkippedSource> Skipped { get; init; }

    /// <summary>In a dry run, what would be done to each article; else empty.</summary>
    public IReadOnlyList<ArticleChange> Changes { get; init; } = [];

    /// <summary>Time taken.</summary>
    public required TimeSpan Elapsed { get; init; }
}

/// <summary>A file, or a part of one, that was not read.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Line number from 1; 0 for the whole file.</param>
/// <param name="Reason">Why.</param>
public sealed record SkippedSource(string Path, int Line, string Reason);
