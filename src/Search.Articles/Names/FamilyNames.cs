namespace Search.Articles.Names;

/// <summary>The people of a collection by the words that may stand for them alone.</summary>
internal sealed class FamilyNames
{
    private readonly Dictionary<string, (string FullKey, int Count, int Total)> _byLastWord;
    private readonly Dictionary<string, string> _withoutInitials;

    private FamilyNames(Dictionary<string, (string, int, int)> byLastWord, Dictionary<string, string> withoutInitials)
    {
        _byLastWord = byLastWord;
        _withoutInitials = withoutInitials;
    }

    /// <summary>The people among the records.</summary>
    public static FamilyNames Collect(NameCollection collection)
    {
        var byLastWord = new Dictionary<string, (string FullKey, int Count, int Total)>(StringComparer.Ordinal);
        var withoutInitials = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, NameRecord record) in collection.Records)
        {
            int space = key.LastIndexOf(' ');
            if (space < 0 || record.Scores.Person < 3 || record.Scores.Best != MentionKind.Person) continue;
            string last = key[(space + 1)..];
            (string FullKey, int Count, int Total) known = byLastWord.GetValueOrDefault(last);
            bool better = record.Count > known.Count || record.Count == known.Count && string.CompareOrdinal(key, known.FullKey) < 0;
            byLastWord[last] = better
                ? (key, record.Count, known.Total + record.Count)
                : (known.FullKey, known.Count, known.Total + record.Count);
            if (WithoutInitials(key) is { } plain && collection.Records.ContainsKey(plain)) withoutInitials[key] = plain;
        }
        return new FamilyNames(byLastWord, withoutInitials);
    }

    /// <summary>The full name that a key stands for in the whole collection; null when it stands for itself or several could be meant.</summary>
    public string? FullKeyOf(string key, NameRecord record)
    {
        if (_withoutInitials.TryGetValue(key, out string? plain)) return plain;
        if (key.Contains(' ') || record.Scores.Best != MentionKind.Person && record.Scores.Highest > 0) return null;
        return _byLastWord.TryGetValue(key, out (string FullKey, int Count, int Total) family) && family.Count * 10 >= family.Total * 8
            ? family.FullKey
            : null;
    }

    // "george w bush" is "george bush" when the collection has both.
    private static string? WithoutInitials(string key)
    {
        string[] words = key.Split(' ');
        if (words.Length != 3 || words[1].Length != 1) return null;
        return $"{words[0]} {words[2]}";
    }
}
