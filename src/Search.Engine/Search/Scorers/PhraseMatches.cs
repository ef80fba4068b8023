namespace Search.Engine.Search.Scorers;

/// <summary>Documents in which a phrase was found, ascending, and how often; at most <see cref="Capacity"/>.</summary>
/// <remarks>One thread.</remarks>
internal sealed class PhraseMatches(WindowArena arena)
{
    /// <summary>As many documents as a block has.</summary>
    public const int Capacity = BlockIntersection.BlockSize;

    private readonly int[] _docs = arena.RentBlock();
    private readonly int[] _places = arena.RentBlock();
    private readonly float[] _freqs = arena.RentScores().All;
    private readonly float[] _scores = arena.RentScores().All;

    public int Count { get; private set; }

    /// <summary>The documents.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, Count);

    /// <summary>Beside <see cref="Docs"/>: where each stands among those that were looked for, if any were.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int docId, float freq, int place = 0)
    {
        _docs[Count] = docId;
        _places[Count] = place;
        _freqs[Count++] = freq;
    }

    /// <summary>Scores beside <see cref="Docs"/>: 0 without scoring. Valid until the next call.</summary>
    public ReadOnlySpan<float> Scores(PhraseScoring? scoring)
    {
        Span<float> scores = _scores.AsSpan(0, Count);
        if (scoring is null)
            scores.Clear();
        else
            scoring.Score(Docs, _freqs, scores);
        return scores;
    }
}
