using AngleSharp.Dom;
using Search.Articles.Paragraphs;

namespace Search.Articles.Reading.Html;

/// <summary>A block of a page's text and the element that holds it.</summary>
/// <param name="Range">Where it stands in the page's text, white space at its ends left out.</param>
/// <param name="Element">The closest block element.</param>
/// <param name="Letters">Number of characters that are not white space.</param>
/// <param name="LinkLetters">How many of them are in links.</param>
internal sealed record PageBlock(TextRange Range, IElement Element, int Letters, int LinkLetters)
{
    /// <summary>Share of its text that is links.</summary>
    public float LinkDensity => Letters == 0 ? 0 : (float)LinkLetters / Letters;
}
