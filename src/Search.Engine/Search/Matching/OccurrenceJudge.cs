namespace Search.Engine.Search.Matching;

/// <summary>Tells how often a rule matches in one document after another of a segment.</summary>
/// <remarks>One query, one segment, one thread; documents ascend.</remarks>
public abstract class OccurrenceJudge
{
    /// <summary>How often the rule matches in a document; 0: it does not match.</summary>
    /// <param name="document">The places of the query's words.</param>
    public abstract int Count(DocumentOccurrences document);

    /// <summary>Adds what took part in the matches of the document that <see cref="Count"/> was asked about last: one place for each mark.</summary>
    /// <param name="document">The same document, with offsets where the index has them.</param>
    /// <param name="marks">Takes the places; they may repeat.</param>
    public abstract void CollectMarks(DocumentOccurrences document, ICollection<Occurrence> marks);
}
