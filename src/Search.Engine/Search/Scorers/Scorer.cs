using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>The documents of a query in one segment and their scores, one at a time: the definition of what matches.</summary>
/// <remarks>
/// <para>The plain twin of <see cref="WindowScorer"/>. Lives for one query on one segment; one thread. Deleted documents
/// are not left out.</para>
/// <para>Where telling a match is dear (phrases), <see cref="Approximation"/> walks cheap candidates and
/// <see cref="Matches"/> decides; moving the scorer itself moves to matches only.</para>
/// </remarks>
internal abstract class Scorer : DocIdCursor
{
    /// <summary>Score of the current document.</summary>
    public abstract float Score();

    /// <summary>Candidates among which all matches are; moving it moves the scorer.</summary>
    public virtual DocIdCursor Approximation => this;

    /// <summary>Whether the candidate on which the approximation stands matches; asked at most once a document.</summary>
    public virtual bool Matches() => true;
}
