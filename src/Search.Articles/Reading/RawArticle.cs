using Search.Articles.Paragraphs;

namespace Search.Articles.Reading;

/// <summary>An article's text as it was read, before header, furniture and paragraphs are told apart.</summary>
internal sealed record RawArticle
{
    public required string Id { get; init; }

    public required string Path { get; init; }

    /// <summary>The text that the spans will partition.</summary>
    public required string Source { get; init; }

    public KnownHeader Known { get; init; } = KnownHeader.None;

    /// <summary>The blocks when the form has them (a page), else null: plain text is split by its lines.</summary>
    public IReadOnlyList<TextBlock>? Blocks { get; init; }

    /// <summary>Whether the form says that the source is the article's text and not a page.</summary>
    public bool IsBodyOnly { get; init; }

    public IReadOnlyList<string> Repairs { get; init; } = [];
}
