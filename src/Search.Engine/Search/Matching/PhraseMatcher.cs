using Search.Engine.Index;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Matching;

/// <summary>Finds the occurrences of a phrase, one after another, in documents that have all its terms.</summary>
/// <remarks>One thread. A position of a document is read once: each document's matches can be walked once.</remarks>
internal abstract class PhraseMatcher(PhrasePlace[] places)
{
    /// <summary>Documents with all terms.</summary>
    public DocIdCursor Documents { get; } = new ConjunctionCursor(places.Select(place => place.Postings));

    /// <summary>Moves to the first match in the document on which <see cref="Documents"/> stands.</summary>
    public abstract bool FirstMatch();

    /// <summary>Moves to the next match in the document.</summary>
    public abstract bool NextMatch();

    /// <summary>What the current match adds to the frequency.</summary>
    public abstract float MatchWeight { get; }

    /// <summary>Where the current match is.</summary>
    public abstract PhraseMatch Match { get; }

    /// <summary>A matcher for the places of a phrase, at least one.</summary>
    public static PhraseMatcher Create(PhrasePlace[] places, int slop) =>
        slop == 0 || places.Length == 1 ? new ExactPhraseMatcher(places) : new SloppyPhraseMatcher(places, slop);
}
