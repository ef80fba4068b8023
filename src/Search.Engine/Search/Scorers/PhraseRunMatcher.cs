using Search.Engine.Index;

namespace Search.Engine.Search.Scorers;

/// <summary>Counts an exact phrase of different terms in documents of a run.</summary>
/// <remarks>
/// Its twin is <see cref="Matching.ExactPhraseMatcher"/>. What is left of the rarest term's positions, after each term, are those that all
/// terms so far go with; the next term's positions are read only if some are left. One thread.
/// </remarks>
/// <param name="terms">Rarest first; at least one.</param>
/// <param name="offsets">Beside the terms: their places in the phrase.</param>
internal sealed class PhraseRunMatcher(BlockConjunction documents, PostingsBlocks[] terms, int[] offsets)
{
    private int[] _left = new int[16];

    /// <summary>How often the phrase occurs in a document of the run.</summary>
    /// <param name="index">Its place in the run; ascending places are read fastest.</param>
    public int CountAt(int index)
    {
        ReadOnlySpan<int> left = terms[0].Positions(documents.PlaceOf(0, index));
        if (left.Length > _left.Length)
            _left = new int[Math.Max(left.Length, 2 * _left.Length)];
        for (var term = 1; term < terms.Length && left.Length > 0; term++)
        {
            ReadOnlySpan<int> others = terms[term].Positions(documents.PlaceOf(term, index));
            left = _left.AsSpan(0, KeepFollowed(left, others, offsets[term] - offsets[0], _left));
        }
        return left.Length;
    }

    // Those positions that one of the others follows at a distance; tells how many there are.
    private static int KeepFollowed(ReadOnlySpan<int> positions, ReadOnlySpan<int> others, int distance, Span<int> kept)
    {
        var count = 0;
        var other = 0;
        foreach (int position in positions)
        {
            int wanted = position + distance;
            while (other < others.Length && others[other] < wanted)
                other++;
            if (other == others.Length)
                break;
            kept[count] = position;
            count += others[other] == wanted ? 1 : 0;
        }
        return count;
    }
}
