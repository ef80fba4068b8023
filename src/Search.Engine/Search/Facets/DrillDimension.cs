using Search.Engine.Search.Collectors;
using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Facets;

/// <summary>A dimension that a search is narrowed in, and what counts its values as if it were not.</summary>
/// <param name="Filter">What is chosen in the dimension; hits must match it.</param>
/// <param name="Counts">Receives what matches the query and the filters of all other dimensions. Scores are 0.</param>
public sealed record DrillDimension(Query Filter, ICollector Counts);
