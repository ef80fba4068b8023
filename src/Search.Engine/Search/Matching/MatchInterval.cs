using Search.Engine.Search.Queries;

namespace Search.Engine.Search.Matching;

/// <summary>A place in a document that made it match.</summary>
/// <param name="Field">The field in which the place is.</param>
/// <param name="StartPosition">Position of the first word.</param>
/// <param name="EndPosition">Position of the last word, inclusive; a phrase is one interval.</param>
/// <param name="StartOffset">Where the first word starts in the field's text, in UTF-16 code units; -1 when offsets are not indexed.</param>
/// <param name="EndOffset">Where the last word ends (exclusive); -1 when offsets are not indexed.</param>
/// <param name="Clause">The part of the query that matched here: a term, phrase, prefix, … as it stands in the query.</param>
public readonly record struct MatchInterval(string Field, int StartPosition, int EndPosition, int StartOffset, int EndOffset, Query Clause);
