namespace Search.Articles.Names;

/// <summary>What a collection knows of one key.</summary>
internal sealed class NameRecord
{
    /// <summary>Most spellings and full names that are kept of one key: hostile input cannot grow a record without bound.</summary>
    public const int MaxEntries = 64;

    /// <summary>Number of mentions.</summary>
    public int Count { get; set; }

    /// <summary>Number of mentions whose capital does not come from the place in the sentence.</summary>
    public int Firm { get; set; }

    /// <summary>Number of mentions that stand before a noun as an adjective would.</summary>
    public int Adjectival { get; set; }

    public KindScores Scores { get; set; }

    /// <summary>Spellings with the number of mentions that use them.</summary>
    public Dictionary<string, int> Forms { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of the full names that articles used it for, with the number of mentions.</summary>
    public Dictionary<string, int> FullKeys { get; } = new(StringComparer.Ordinal);

    public static void Increase(Dictionary<string, int> counts, string key, int by)
    {
        if (counts.Count < MaxEntries || counts.ContainsKey(key)) counts[key] = counts.GetValueOrDefault(key) + by;
    }
}
