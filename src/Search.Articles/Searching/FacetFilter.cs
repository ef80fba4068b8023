namespace Search.Articles.Searching;

/// <summary>What results are counted and narrowed by.</summary>
public enum FacetField
{
    /// <summary>The outlet of the article.</summary>
    Outlet,

    /// <summary>An author of the article.</summary>
    Author,

    /// <summary>A name in the paragraph, canonical form.</summary>
    Name,

    /// <summary>A place in the paragraph, canonical form.</summary>
    Place,

    /// <summary>The month of publication in UTC, <c>2023-09</c>.</summary>
    Month,
}

/// <summary>A value that results are narrowed to, or that they must not have.</summary>
/// <remarks>
/// Of outlets, authors and months any chosen one will do; of names and places a paragraph has all; a paragraph with an excluded
/// value is no result.
/// </remarks>
/// <param name="Field">What kind of value.</param>
/// <param name="Value">The value, as facets give it.</param>
/// <param name="IsExcluded">Whether results must not have it.</param>
public sealed record FacetFilter(FacetField Field, string Value, bool IsExcluded = false);
