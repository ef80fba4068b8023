using Search.Engine.Index;
using Search.Engine.Search.Matching;

namespace Search.Engine.Search.Scorers;

/// <summary>The different terms of a phrase in one segment, rarest first, and the places of each.</summary>
/// <remarks>One thread.</remarks>
internal sealed class PhraseTerms
{
    private readonly PostingsBlocks[] _blocks;
    private readonly PhrasePlace[][] _places;

    private PhraseTerms(PostingsBlocks[] blocks, PhrasePlace[][] places)
    {
        _blocks = blocks;
        _places = places;
        Documents = new BlockConjunction(blocks);
    }

    /// <summary>The documents that have all terms.</summary>
    public BlockConjunction Documents { get; }

    /// <summary>Documents of the rarest term.</summary>
    public PostingsBlocks Rarest => _blocks[0];

    /// <summary>Whether a term has several places.</summary>
    public bool HaveRepeats => _places.Any(places => places.Length > 1);

    /// <param name="places">Each with one term.</param>
    /// <param name="states">Beside <paramref name="places"/>.</param>
    public static PhraseTerms Open(Terms terms, PhrasePlace[] places, TermState[] states)
    {
        PhrasePlace[][] byTerm = [.. places.GroupBy(place => place.Terms[0]).Select(group => group.ToArray()).OrderBy(group => group[0].Cost)];
        return new PhraseTerms([.. byTerm.Select(group => terms.BlocksWithPositions(states[Array.IndexOf(places, group[0])]))], byTerm);
    }

    /// <summary>
    /// The most occurrences that a document of the run can have, by its terms' frequencies alone; 0 when a term has fewer positions than
    /// places that need one each.
    /// </summary>
    /// <remarks>
    /// An exact match needs a position of each term; the next match another one. A match with slop is found by moving at least one place
    /// on, from where every place has a position of its own.
    /// </remarks>
    /// <param name="index">The document's place in the run.</param>
    public long MostMatches(int index, bool isExact)
    {
        long least = long.MaxValue;
        long moves = 0;
        for (var term = 0; term < _blocks.Length; term++)
        {
            int freq = _blocks[term].Freqs[Documents.PlaceOf(term, index)];
            int places = _places[term].Length;
            if (freq < places && (!isExact || HaveOwnOffsets(_places[term])))
                return 0;
            least = Math.Min(least, freq);
            // The k-th place of a term starts at its k-th position.
            for (var place = 0; place < places; place++)
                moves += freq - 1 - place;
        }
        return isExact ? least : moves + 1;
    }

    /// <summary>Hands the positions of a document of the run to the places.</summary>
    /// <param name="index">The document's place in the run.</param>
    public void Load(int index)
    {
        for (var term = 0; term < _blocks.Length; term++)
        {
            PhrasePlace[] places = _places[term];
            places[0].Load(_blocks[term], Documents.PlaceOf(term, index));
            for (var i = 1; i < places.Length; i++)
                places[i].Share(places[0]);
        }
    }

    private static bool HaveOwnOffsets(PhrasePlace[] places)
    {
        foreach (PhrasePlace place in places)
        {
            foreach (PhrasePlace other in places)
            {
                if (other != place && other.Offset == place.Offset)
                    return false;
            }
        }
        return true;
    }
}
