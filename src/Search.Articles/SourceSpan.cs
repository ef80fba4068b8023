namespace Search.Articles;

/// <summary>What a stretch of an article's source is.</summary>
public enum SpanKind
{
    /// <summary>Headline, outlet, byline, place line or date.</summary>
    Header,

    /// <summary>Text of a paragraph.</summary>
    Paragraph,

    /// <summary>Page furniture, with its reason.</summary>
    Furniture,

    /// <summary>White space between the others.</summary>
    WhiteSpace,
}

/// <summary>A stretch of an article's source.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Length">Number of code units; at least 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">Why it is furniture, or which part of the header it is; null otherwise.</param>
/// <param name="Paragraph">Ordinal of the paragraph it belongs to; -1 for none.</param>
public sealed record SourceSpan(int Start, int Length, SpanKind Kind, string? Reason = null, int Paragraph = -1)
{
    /// <summary>Exclusive end.</summary>
    public int End => Start + Length;
}
