using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying;

/// <summary>A query text as the engine can run it.</summary>
/// <param name="Match">What a paragraph must match.</param>
/// <param name="Leaves">Its positive leaves in order: what marks refer to by number.</param>
/// <param name="Info">The same in words.</param>
/// <param name="Plain">Its words when it is nothing but words and quotes that must all occur; otherwise null. Only such a query may be loosened.</param>
internal sealed record ParsedQuery(Query Match, IReadOnlyList<Query> Leaves, UnderstoodQuery Info, PlainWords? Plain)
{
    /// <summary>Whether some of the leaves are enough, though all were asked for.</summary>
    public bool IsLoosened { get; init; }

    /// <summary>Whether a headline by itself may have made a paragraph match.</summary>
    public bool AsksHeadlines => Leaves.Any(leaf => QueryLeaves.FieldOf(leaf) == ArticleFields.Headline);

    /// <summary>Number of the leaf that made a mark.</summary>
    public int ClauseOf(Query leaf)
    {
        for (var i = 0; i < Leaves.Count; i++)
        {
            if (Leaves[i].Equals(leaf))
                return i;
        }
        return 0;
    }
}
