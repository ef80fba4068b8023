namespace Search.Engine.Search.Scorers;

/// <summary>Room for documents of a list that a term has, found in several of its blocks and then scored together.</summary>
/// <remarks>Goes with a list, so it is made once and not by every term of every search.</remarks>
internal sealed class MatchBuffer
{
    /// <summary>Most documents.</summary>
    public const int Size = 2 * BlockIntersection.BlockSize;

    /// <summary>Places in the list.</summary>
    public int[] Places { get; } = new int[Size];

    /// <summary>The documents.</summary>
    public int[] Docs { get; } = new int[Size];

    /// <summary>How often they have the term.</summary>
    public int[] Freqs { get; } = new int[Size];

    /// <summary>The scores that the term gives them.</summary>
    public float[] Scores { get; } = new float[Size];
}
