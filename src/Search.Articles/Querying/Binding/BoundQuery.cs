using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Binding;

/// <summary>A part of a query as the engine can run it, about paragraphs.</summary>
/// <remarks>
/// A hit has to be a paragraph that shows something. <c>a:(x y)</c> and <c>headline:x</c> are true of all paragraphs of an article;
/// beside a word of the paragraph they only filter, but by themselves they list what holds a part, or the first paragraph. So
/// each part tells apart where it is true, where it also shows something, and where it needs to show nothing (an outlet, a date).
/// </remarks>
/// <param name="Match">Paragraphs of which it is true.</param>
/// <param name="Mark">Those in which something of it shows, with all that the part marks there; null: nowhere. The same object as <paramref name="Match"/> when everywhere.</param>
/// <param name="Neutral">Those of which it is true without anything that could show; null: nowhere.</param>
internal sealed record BoundQuery(Query Match, Query? Mark, Query? Neutral)
{
    /// <summary>Whether something shows wherever it is true.</summary>
    public bool IsPositive => ReferenceEquals(Match, Mark);

    /// <summary>Whether nothing of it can show.</summary>
    public bool IsNeutral => ReferenceEquals(Match, Neutral);

    /// <summary>The paragraphs to list: true, and showing something or needing to show nothing.</summary>
    public Query Hits => Mark is null ? Neutral ?? Match : Neutral is null ? Mark : Combine.All(Match, Combine.Any([Mark, Neutral]));

    public static BoundQuery Positive(Query query) => new(query, query, null);

    public static BoundQuery NeutralOf(Query query) => new(query, null, query);
}
