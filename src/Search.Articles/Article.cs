namespace Search.Articles;

/// <summary>An article as it was read: header, paragraphs, and where every character of its source went.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Article
{
    /// <summary>URL-safe identity: made from the path, or given.</summary>
    public required string Id { get; init; }

    /// <summary>The file it came from, relative to the folder that was indexed; with the line or number for a part of a file.</summary>
    public required string Path { get; init; }

    /// <summary>The text that <see cref="Spans"/> partition: the decoded file, the text of a JSON field, or the text of a page.</summary>
    public required string Source { get; init; }

    /// <summary>What each character of <see cref="Source"/> is: ascending, adjoining, complete.</summary>
    public required IReadOnlyList<SourceSpan> Spans { get; init; }

    /// <summary>The searchable paragraphs in order.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>The headline; null when the text has none.</summary>
    public string? Headline { get; init; }

    /// <summary>Who published it; null when the text does not say.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When it was published; null when the text does not say. Without a zone in the text: UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Whether <see cref="Published"/> was given with a time zone.</summary>
    public bool PublishedHasZone { get; init; }

    /// <summary>Address of the original.</summary>
    public string? Url { get; init; }

    /// <summary>ISO 639-1 code of its language; null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>What had to be repaired while reading: broken encoding, control characters.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];
}
