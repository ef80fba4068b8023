using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Syntax;

/// <summary>A clause of a combination: must (<see cref="Occur.Must"/>), may (<see cref="Occur.Should"/>) or must not match.</summary>
internal sealed record QueryClause(Occur Occur, QueryNode Node);
