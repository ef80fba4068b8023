using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Scores of a phrase in one segment: of matches, and bounds of candidates.</summary>
/// <remarks>
/// An exact phrase scores at most what its rarest term would with the same weight: blocks and documents of that term that cannot compete need
/// not be looked up in the others. One thread.
/// </remarks>
/// <param name="rarest">The rarest term.</param>
internal sealed class PhraseScoring(LeafReader reader, string field, SimScorer similarity, PostingsBlocks rarest, WindowArena arena)
{
    private readonly TermBounds _bounds = new(rarest, similarity);
    private readonly SegmentNorms _norms = new(reader, field);
    private readonly float[] _scores = arena.RentScores().All;

    /// <summary>The limit that no score exceeds.</summary>
    public float Limit => similarity.Weight;

    /// <summary>Scores of documents, at most a block of them.</summary>
    public void Score(ReadOnlySpan<int> docs, ReadOnlySpan<float> freqs, Span<float> scores)
    {
        Span<byte> norms = stackalloc byte[BlockIntersection.BlockSize];
        _norms.Read(docs, norms);
        for (var i = 0; i < docs.Length; i++)
            scores[i] = similarity.Score(freqs[i], norms[i]);
    }

    /// <summary>The highest scores that documents, at most a block of them, can have with at most so many occurrences. Valid until the next call.</summary>
    public ReadOnlySpan<float> BoundsOf(ReadOnlySpan<int> docs, ReadOnlySpan<int> most)
    {
        Span<float> bounds = _scores.AsSpan(0, docs.Length);
        similarity.Score(docs, most, _norms, bounds);
        return bounds;
    }

    /// <summary>The documents of the rarest term's block, from a place on, in which an exact phrase can reach a minimum.</summary>
    /// <param name="places">Receives their places; has room for a block.</param>
    /// <returns>How many there are.</returns>
    public int ListCompetitive(int start, float minimum, int[] places)
    {
        ReadOnlySpan<float> bounds = BoundsOf(rarest.Docs[start..], rarest.Freqs[start..]);
        var count = 0;
        for (var i = 0; i < bounds.Length; i++)
        {
            places[count] = start + i;
            count += bounds[i] >= minimum ? 1 : 0;
        }
        return count;
    }

    /// <summary>The first document from a target on, or the end, whose block may have an exact phrase that reaches a minimum; targets must not descend.</summary>
    public int SkipBelow(int target, int end, float minimum) => _bounds.SkipBelow(target, end, minimum);

    /// <summary>The highest score of an exact phrase in <c>[from, upTo]</c>.</summary>
    public float MaxScore(int from, int upTo) => _bounds.MaxScore(from, upTo);
}
