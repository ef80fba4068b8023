namespace Search.Articles;

/// <summary>What a paragraph is within its article.</summary>
public enum ParagraphKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The sentence under a picture.</summary>
    Caption,
}

/// <summary>The unit of search: a paragraph of an article.</summary>
/// <remarks>Immutable. Offsets are UTF-16 code units of <see cref="Text"/>.</remarks>
public sealed record Paragraph
{
    /// <summary>Place in the article, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The cleaned text: no furniture, single spaces. A subheading stands at the start of what it heads.</summary>
    public required string Text { get; init; }

    /// <summary>Where the first and the last character stand in the source: [start, end).</summary>
    public required (int Start, int End) Source { get; init; }

    /// <summary>What it is.</summary>
    public ParagraphKind Kind { get; init; }

    /// <summary>Length of the subheading at the start of <see cref="Text"/>; 0 without one.</summary>
    public int SubheadingLength { get; init; }

    /// <summary>Start of each sentence in <see cref="Text"/>, ascending; the first is 0.</summary>
    public required IReadOnlyList<int> Sentences { get; init; }

    /// <summary>Names and places in order of their start, not overlapping.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>Permalink key: similarity hash of the text in base 32, and a counter for repeats.</summary>
    public required string Key { get; init; }
}
