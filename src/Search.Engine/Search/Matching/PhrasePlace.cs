using Search.Engine.Index;

namespace Search.Engine.Search.Matching;

/// <summary>One place of a phrase query and where it stands in the current document.</summary>
/// <param name="postings">With positions; of all alternatives together.</param>
/// <param name="offset">The place's position in the query.</param>
/// <param name="terms">The alternatives.</param>
internal sealed class PhrasePlace(PostingsEnum postings, int offset, IReadOnlyList<Term> terms)
{
    private int _left;

    public PostingsEnum Postings => postings;

    public int Offset => offset;

    public IReadOnlyList<Term> Terms => terms;

    /// <summary>Position in the document.</summary>
    public int Position { get; private set; }

    /// <summary>Position in the document less the place's own: equal for all places of an exact match.</summary>
    public int Shifted => Position - offset;

    /// <summary>Starts over in the current document, before its first position.</summary>
    public void Reset()
    {
        _left = postings.Freq;
        Position = int.MinValue;
    }

    /// <summary>Moves to the next position; false after the last.</summary>
    public bool Next()
    {
        if (_left == 0)
            return false;
        _left--;
        Position = postings.NextPosition();
        return true;
    }

    /// <summary>Moves to the first position that is at least <paramref name="target"/>; stays when it is there already.</summary>
    public bool AdvanceTo(int target)
    {
        while (Position < target)
        {
            if (!Next())
                return false;
        }
        return true;
    }
}
