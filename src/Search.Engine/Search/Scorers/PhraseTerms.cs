using Search.Engine.Index;
using Search.Engine.Search.Matching;

namespace Search.Engine.Search.Scorers;

/// <summary>The different terms of a phrase in one segment, rarest first, and the places of each.</summary>
/// <remarks>One thread.</remarks>
internal sealed class PhraseTerms
{
    private readonly PostingsBlocks[] _blocks;
    private readonly PhrasePlace[][] _places;
    private readonly bool[] _haveOwnOffsets;

    private PhraseTerms(PostingsBlocks[] blocks, PhrasePlace[][] places, WindowArena arena)
    {
        _blocks = blocks;
        _places = places;
        _haveOwnOffsets = Array.ConvertAll(places, group => group.Length == 1 || group.DistinctBy(place => place.Offset).Count() == group.Length);
        Documents = new BlockConjunction(blocks, arena);
    }

    /// <summary>The documents that have all terms.</summary>
    public BlockConjunction Documents { get; }

    /// <summary>Documents of the rarest term.</summary>
    public PostingsBlocks Rarest => _blocks[0];

    /// <summary>Whether a term has several places.</summary>
    public bool HaveRepeats => Array.Exists(_places, places => places.Length > 1);

    /// <summary>What counts an exact phrase of these terms, each of which has one place.</summary>
    public PhraseRunMatcher CreateRunMatcher() => new(Documents, _blocks, Array.ConvertAll(_places, places => places[0].Offset));

    /// <param name="places">Each with one term.</param>
    /// <param name="states">Beside <paramref name="places"/>.</param>
    /// <param name="arena">Lends the cursors.</param>
    public static PhraseTerms Open(Terms terms, PhrasePlace[] places, TermState[] states, WindowArena arena)
    {
        PhrasePlace[][] byTerm = ByTerm(places);
        var blocks = new PostingsBlocks[byTerm.Length];
        for (var i = 0; i < blocks.Length; i++)
            blocks[i] = arena.Keep(terms.BlocksWithPositions(states[Array.IndexOf(places, byTerm[i][0])]));
        return new PhraseTerms(blocks, byTerm, arena);
    }

    // The places of each term, rarest term first.
    private static PhrasePlace[][] ByTerm(PhrasePlace[] places)
    {
        var groups = new List<PhrasePlace[]>(places.Length);
        foreach (PhrasePlace place in places)
        {
            var group = 0;
            while (group < groups.Count && !groups[group][0].Terms[0].Equals(place.Terms[0]))
                group++;
            if (group < groups.Count)
            {
                groups[group] = [.. groups[group], place];
                continue;
            }
            while (group > 0 && groups[group - 1][0].Cost > place.Cost)
                group--;
            groups.Insert(group, [place]);
        }
        return [.. groups];
    }

    /// <summary>
    /// The most occurrences that the documents of the run can have, by their terms' frequencies alone; 0 where a term has fewer positions
    /// than places that need one each.
    /// </summary>
    /// <remarks>
    /// An exact match needs a position of each term; the next match another one. A match with slop is found by moving at least one place
    /// on, from where every place has a position of its own.
    /// </remarks>
    /// <param name="most">As long as the run.</param>
    public void CountMostMatches(bool isExact, Span<int> most)
    {
        Span<int> blockPlaces = stackalloc int[BlockIntersection.BlockSize];
        most.Fill(isExact ? int.MaxValue : 1);
        for (var term = 0; term < _blocks.Length; term++)
        {
            Documents.PlacesOf(term, blockPlaces);
            ReadOnlySpan<int> freqs = _blocks[term].Freqs;
            if (isExact)
                TakeFewest(freqs, blockPlaces, _haveOwnOffsets[term] ? _places[term].Length : 1, most);
            else
                AddMoves(freqs, blockPlaces, _places[term].Length, most);
        }
    }

    private static void TakeFewest(ReadOnlySpan<int> freqs, ReadOnlySpan<int> blockPlaces, int least, Span<int> most)
    {
        for (var i = 0; i < most.Length; i++)
        {
            int freq = freqs[blockPlaces[i]];
            most[i] = Math.Min(most[i], freq < least ? 0 : freq);
        }
    }

    private static void AddMoves(ReadOnlySpan<int> freqs, ReadOnlySpan<int> blockPlaces, int places, Span<int> most)
    {
        for (var i = 0; i < most.Length; i++)
        {
            int freq = freqs[blockPlaces[i]];
            most[i] = freq < places || most[i] == 0 ? 0 : (int)Math.Min(int.MaxValue, most[i] + MovesOf(freq, places));
        }
    }

    // How often the places of a term can be moved on: the k-th starts at the term's k-th position.
    private static long MovesOf(int freq, int places)
    {
        var moves = 0L;
        for (var place = 0; place < places; place++)
            moves += freq - 1 - place;
        return moves;
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
}
