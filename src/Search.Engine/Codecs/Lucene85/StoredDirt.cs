namespace Search.Engine.Codecs.Lucene85;

/// <summary>What early ends of chunks waste: tells a merge whether copying chunks as they are still compresses well.</summary>
/// <param name="Chunks">Chunks that were ended before they were full.</param>
/// <param name="Docs">How many documents those lack.</param>
/// <remarks>Container notes, section 10.6.</remarks>
internal readonly record struct StoredDirt(long Chunks, long Docs)
{
    private const long MaxChunks = 1024;

    public static StoredDirt operator +(StoredDirt left, StoredDirt right) => new(left.Chunks + right.Chunks, left.Docs + right.Docs);

    /// <summary>Whether the chunks of a segment of <paramref name="docCount"/> documents should rather be made anew; the limits are Lucene's.</summary>
    public bool IsTooMuchFor(int docCount) => Chunks > MaxChunks || Docs > docCount / 100;
}
