using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Scores of a phrase in one segment: of matches, and bounds of candidates, which are looked at further ahead.</summary>
/// <remarks>One thread.</remarks>
internal sealed class PhraseScoring(LeafReader reader, string field, SimScorer similarity)
{
    private readonly SegmentNorms _norms = new(reader, field);
    private readonly byte[] _bytes = new byte[BlockIntersection.BlockSize];
    private readonly float[] _bounds = new float[BlockIntersection.BlockSize];
    private bool _isRunRead;

    /// <summary>The limit that no score exceeds.</summary>
    public float Limit => similarity.Weight;

    /// <summary>Scores of ascending documents, at most a block of them.</summary>
    public void Score(ReadOnlySpan<int> docs, ReadOnlySpan<float> freqs, Span<float> scores)
    {
        _norms.Read(docs, _bytes);
        for (var i = 0; i < docs.Length; i++)
            scores[i] = similarity.Score(freqs[i], _bytes[i]);
    }

    /// <summary>The next <see cref="BoundsOf"/> is about other documents than the one before.</summary>
    public void StartRun() => _isRunRead = false;

    /// <summary>The highest scores that documents can have with at most so many occurrences; runs ascend.</summary>
    public ReadOnlySpan<float> BoundsOf(ReadOnlySpan<int> run, ReadOnlySpan<int> most)
    {
        Span<float> bounds = _bounds.AsSpan(0, run.Length);
        if (!_isRunRead)
            similarity.Score(run, most, _norms, bounds);
        _isRunRead = true;
        return bounds;
    }

    /// <summary>The highest score of an exact phrase in <c>[from, upTo]</c>, by the bounds of one of its terms.</summary>
    public float MaxScore(PostingsBlocks term, int from, int upTo)
    {
        term.AdvanceShallow(from);
        return similarity.MaxScore(term.ImpactsUpTo(upTo));
    }
}
