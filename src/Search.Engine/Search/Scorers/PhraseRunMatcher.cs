using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Counts an exact phrase of different terms in documents of a run, term after term for all of them.</summary>
/// <remarks>
/// Its twin is <see cref="Matching.ExactPhraseMatcher"/>. What is left of the rarest term's positions, after each term, are those that all
/// terms so far go with; the next term's positions are read for documents only that have some left. One thread.
/// </remarks>
/// <param name="terms">Rarest first.</param>
/// <param name="offsets">Beside the terms: their places in the phrase.</param>
internal sealed class PhraseRunMatcher(BlockConjunction documents, PostingsBlocks[] terms, int[] offsets)
{
    private const int MostDocuments = BlockIntersection.BlockSize;

    private readonly int[] _places = new int[MostDocuments];

    // Documents that may match, by their places among those that are looked into, and where what is left of their positions ends.
    private readonly int[] _left = new int[MostDocuments];
    private readonly int[] _leftEnds = new int[MostDocuments];
    private readonly int[] _ends = new int[MostDocuments];
    private int[] _leftPositions = new int[MostDocuments];
    private int[] _positions = new int[MostDocuments];

    /// <summary>How often the phrase occurs in documents of the run.</summary>
    /// <param name="wanted">Their places in the run, ascending.</param>
    /// <param name="counts">Receives the counts beside them.</param>
    public void CountIn(ReadOnlySpan<int> wanted, Span<int> counts)
    {
        int left = wanted.Length;
        for (var i = 0; i < left; i++)
        {
            _left[i] = i;
            counts[i] = 0;
        }
        Read(0, wanted, left, _leftEnds, ref _leftPositions);
        for (var term = 1; term < terms.Length && left > 0; term++)
        {
            Read(term, wanted, left, _ends, ref _positions);
            left = KeepFollowed(left, offsets[term] - offsets[0]);
        }
        var before = 0;
        for (var i = 0; i < left; i++)
        {
            counts[_left[i]] = _leftEnds[i] - before;
            before = _leftEnds[i];
        }
    }

    private void Read(int term, ReadOnlySpan<int> wanted, int left, int[] ends, ref int[] positions)
    {
        Span<int> places = _places.AsSpan(0, left);
        for (var i = 0; i < places.Length; i++)
            places[i] = documents.PlaceOf(term, wanted[_left[i]]);
        terms[term].ReadPositions(places, ends, ref positions);
    }

    // Leaves those positions, and documents, that a position of the term follows at a distance.
    private int KeepFollowed(int count, int distance)
    {
        ReadOnlySpan<int> others = _positions;
        Span<int> lead = _leftPositions;
        var kept = 0;
        var documentsKept = 0;
        int at = 0, otherAt = 0;
        for (var i = 0; i < count; i++)
        {
            int end = _leftEnds[i];
            int otherEnd = _ends[i];
            int before = kept;
            for (; at < end; at++)
            {
                int wanted = lead[at] + distance;
                while (otherAt < otherEnd && others[otherAt] < wanted)
                    otherAt++;
                if (otherAt == otherEnd)
                    break;
                lead[kept] = lead[at];
                kept += others[otherAt] == wanted ? 1 : 0;
            }
            at = end;
            otherAt = otherEnd;
            _left[documentsKept] = _left[i];
            _leftEnds[documentsKept] = kept;
            documentsKept += kept > before ? 1 : 0;
        }
        return documentsKept;
    }
}
