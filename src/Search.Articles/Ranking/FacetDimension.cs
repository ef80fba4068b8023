using Search.Articles.Searching;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>Something chosen that is counted as if it were not.</summary>
/// <param name="Field">The kind of value.</param>
/// <param name="Excluded">The value that is excluded; null when the filter is a choice of values.</param>
/// <param name="Filter">What results must match.</param>
internal sealed record FacetDimension(FacetField Field, string? Excluded, Query Filter);
