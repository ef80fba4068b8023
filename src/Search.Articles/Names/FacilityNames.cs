namespace Search.Articles.Names;

/// <summary>Airfields, stadiums and the like, which are called by their name with and without the noun.</summary>
internal sealed class FacilityNames
{
    private readonly Dictionary<string, string?> _byShort; // null: several could be meant

    private FacilityNames(Dictionary<string, string?> byShort) => _byShort = byShort;

    /// <summary>The facilities among the records.</summary>
    public static FacilityNames Collect(NameCollection collection)
    {
        var byShort = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach ((string key, NameRecord record) in collection.Records)
        {
            if (ShortKeyOf(key) is not { } shortKey || record.Firm == 0) continue;
            byShort[shortKey] = byShort.ContainsKey(shortKey) ? null : key;
        }
        return new FacilityNames(byShort);
    }

    /// <summary>The full name of the one facility that a key can stand for; null when there is none.</summary>
    public string? FullKeyOf(string key) => _byShort.GetValueOrDefault(key);

    /// <summary>The key without the noun of the facility; null when it is no facility's or the rest is a place of the lists.</summary>
    public static string? ShortKeyOf(string key)
    {
        int space = key.LastIndexOf(' ');
        if (space < 0 || (Lexicon.Default.ClassesOf(key.AsSpan(space + 1)) & WordClasses.Facility) == WordClasses.None) return null;
        string rest = key[..space];
        if (Lexicon.Default.Find(rest) is not null) return null;
        const WordClasses Ordinary = WordClasses.Common | WordClasses.Compass | WordClasses.Title | WordClasses.Noble;
        return rest.Contains(' ') || (Lexicon.Default.ClassesOf(rest) & Ordinary) == WordClasses.None ? rest : null;
    }
}
