using Search.Engine.Index;
using Search.Engine.Search.Scorers;

namespace Search.Engine.Search.Matching;

/// <summary>Walks the documents that have all terms of a phrase and finds its occurrences in them, a document at a time.</summary>
/// <remarks>One thread. A position of a document is read once: each document's matches can be walked once.</remarks>
/// <param name="postings">With positions; of each place, of all its alternatives together.</param>
/// <param name="withOffsets">Whether matches tell their offsets.</param>
internal sealed class PhraseCursor(PostingsEnum[] postings, PhrasePlace[] places, int slop, bool withOffsets)
{
    private readonly PhraseMatcher _matcher = PhraseMatcher.Create(places, slop);

    /// <summary>Documents with all terms.</summary>
    public DocIdCursor Documents { get; } = new ConjunctionCursor(postings);

    /// <summary>Where the current match is.</summary>
    public PhraseMatch Match => _matcher.Match;

    /// <summary>Moves to the first match in the document on which <see cref="Documents"/> stands.</summary>
    public bool FirstMatch()
    {
        for (var i = 0; i < places.Length; i++)
            places[i].Load(postings[i], withOffsets);
        return _matcher.FirstMatch();
    }

    /// <summary>Moves to the next match in the document.</summary>
    public bool NextMatch() => _matcher.NextMatch();

    /// <summary>The phrase's frequency in the document, from the first match on: uses the matches up.</summary>
    public float Freq() => _matcher.Freq();
}
