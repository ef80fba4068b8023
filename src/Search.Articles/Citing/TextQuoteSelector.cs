namespace Search.Articles.Citing;

/// <summary>A passage by its own text and what stands around it, as the W3C Web Annotation Data Model describes it.</summary>
/// <param name="Exact">The passage.</param>
/// <param name="Prefix">What stands before it, at most 32 UTF-16 code units; empty at the beginning. White space between paragraphs is left out.</param>
/// <param name="Suffix">What stands behind it, at most 32 UTF-16 code units; empty at the end.</param>
public sealed record TextQuoteSelector(string Exact, string Prefix, string Suffix)
{
    private const int Around = 32;

    /// <summary>The kind of selector: always <c>TextQuoteSelector</c>.</summary>
    public string Type { get; } = nameof(TextQuoteSelector);

    /// <summary>The selector of a paragraph between its neighbours.</summary>
    public static TextQuoteSelector Create(string exact, string? before, string? after)
    {
        ArgumentNullException.ThrowIfNull(exact);
        return new TextQuoteSelector(exact, End(before ?? ""), Start(after ?? ""));
    }

    private static string Start(string text) =>
        text.Length <= Around ? text : text[..(char.IsHighSurrogate(text[Around - 1]) ? Around - 1 : Around)];

    private static string End(string text) =>
        text.Length <= Around ? text : text[(char.IsLowSurrogate(text[^Around]) ? text.Length - Around + 1 : text.Length - Around)..];
}
