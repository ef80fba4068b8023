using Search.Engine.Search.Queries;

namespace Search.Articles.Querying;

/// <summary>A part of a query.</summary>
/// <param name="Query">As the engine can run it.</param>
/// <param name="Text">As it was written.</param>
internal sealed record QueryPart(Query Query, string Text);
