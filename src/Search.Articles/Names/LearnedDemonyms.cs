namespace Search.Articles.Names;

/// <summary>Adjectives and peoples of places that no list has, told by the place that the collection names beside them.</summary>
internal sealed class LearnedDemonyms
{
    private static readonly string[] Endings = ["n", "ns", "an", "ans", "ian", "ians", "ean", "eans", "ese", "ish", "i", "is", "ic", "er", "ers"];

    private readonly HashSet<string> _keys;

    private LearnedDemonyms(HashSet<string> keys) => _keys = keys;

    public bool Contains(string key) => _keys.Contains(key);

    /// <summary>The keys that are a place's name with such an ending and stand mostly before nouns.</summary>
    public static LearnedDemonyms Collect(NameCollection collection)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string key, NameRecord record) in collection.Records)
        {
            if (record.Adjectival * 2 >= record.Count && record.Count > 0 && IsDerived(key, collection)) keys.Add(key);
        }
        return new LearnedDemonyms(keys);
    }

    /// <summary>Whether a word ends as demonyms mostly do.</summary>
    public static bool HasEnding(ReadOnlySpan<char> word) =>
        word.Length >= 5 && (word.EndsWith("an") || word.EndsWith("ese") || word.EndsWith("ish") || word.EndsWith("ic"));

    private static bool IsDerived(string key, NameCollection collection)
    {
        foreach (string ending in Endings)
        {
            if (!key.EndsWith(ending, StringComparison.Ordinal) || key.Length - ending.Length < 3) continue;
            string stem = key[..^ending.Length];
            foreach (string vowel in (ReadOnlySpan<string>)["", "a", "e", "o", "ia", "y"])
            {
                string place = stem + vowel;
                if (place != key && collection.Records.TryGetValue(place, out NameRecord? record) && record.Scores.Best == MentionKind.Place)
                    return true;
            }
        }
        return false;
    }
}
