using Search.Articles.Querying;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>What is searched in the place of a query of words.</summary>
/// <param name="Match">What a paragraph must match.</param>
/// <param name="Parts">What of it makes marks.</param>
/// <param name="Kind">The kind of the note that says so.</param>
/// <param name="Label">The note.</param>
internal sealed record WiderQuery(Query Match, IReadOnlyList<QueryPart> Parts, string Kind, string Label)
{
    /// <summary>Whether what matches has all the words, be it in several paragraphs.</summary>
    public bool IsOfAllWords { get; init; }
}
