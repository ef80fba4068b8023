using System.Numerics;

namespace Search.Engine.Codecs.Lucene84;

/// <summary>How many entries and levels the skip data of a term has.</summary>
/// <remarks>Postings notes, section 5.1.</remarks>
internal static class SkipFormat
{
    /// <summary>Every eighth entry of a level stands on the level above too.</summary>
    public const int LevelFactor = 1 << LevelShift;

    public const int LevelShift = 3;

    /// <summary>Entries of the lowest level: one after each full block that another document follows.</summary>
    public static int EntryCount(int docFreq) => (docFreq - 1) / Lucene84PostingsFormat.BlockSize;

    /// <summary>Levels for a number of entries, at least 1.</summary>
    public static int LevelCount(int entryCount) => 1 + BitOperations.Log2((uint)Math.Max(entryCount, 1)) / LevelShift;
}
