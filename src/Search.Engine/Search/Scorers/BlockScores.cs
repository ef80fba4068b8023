namespace Search.Engine.Search.Scorers;

/// <summary>Room for the scores of a block, and for those of its documents that can compete.</summary>
internal sealed class BlockScores
{
    private const int BlockSize = BlockIntersection.BlockSize;

    // Kernels write whole vectors.
    private const int Slack = 8;

    /// <summary>Scores of all.</summary>
    public float[] All { get; } = new float[BlockSize];

    /// <summary>Scores that compete.</summary>
    public float[] Competitive { get; } = new float[BlockSize + Slack];

    /// <summary>The documents of <see cref="Competitive"/>.</summary>
    public int[] Docs { get; } = new int[BlockSize + Slack];
}
