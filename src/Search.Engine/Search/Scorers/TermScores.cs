using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Scores postings of one term, at most a block of them at a time.</summary>
/// <remarks>What is returned is valid until the next call. One thread.</remarks>
internal sealed class TermScores(SegmentNorms norms, SimScorer similarity, BlockScores room)
{
    private const int BlockSize = BlockIntersection.BlockSize;

    /// <summary>The scores of ascending documents, given their frequencies.</summary>
    public ReadOnlySpan<float> Of(scoped ReadOnlySpan<int> docs, scoped ReadOnlySpan<int> freqs)
    {
        Span<float> scores = room.All.AsSpan(0, docs.Length);
        similarity.Score(docs, freqs, norms, scores);
        return scores;
    }

    /// <summary>The scores of the documents that reach a minimum; these take the place of all in <paramref name="docs"/>.</summary>
    /// <param name="minimum">0 or less: all reach it.</param>
    public ReadOnlySpan<float> Competitive(ref ReadOnlySpan<int> docs, scoped ReadOnlySpan<int> freqs, float minimum)
    {
        ReadOnlySpan<float> scores = Of(docs, freqs);
        if (minimum <= 0)
            return scores;
        int count = CompetitiveScores.Pick(docs, scores, minimum, room.Docs, room.Competitive);
        docs = room.Docs.AsSpan(0, count);
        return room.Competitive.AsSpan(0, count);
    }

    /// <summary>The scores of those documents of a block that stand at some places, ascending.</summary>
    /// <param name="freqs">Beside <paramref name="docs"/>.</param>
    public ReadOnlySpan<float> At(scoped ReadOnlySpan<int> places, scoped ReadOnlySpan<int> docs, scoped ReadOnlySpan<int> freqs)
    {
        Span<int> placedDocs = stackalloc int[BlockSize];
        Span<int> placedFreqs = stackalloc int[BlockSize];
        for (var i = 0; i < places.Length; i++)
        {
            placedDocs[i] = docs[places[i]];
            placedFreqs[i] = freqs[places[i]];
        }
        return Of(placedDocs[..places.Length], placedFreqs[..places.Length]);
    }
}
