namespace Search.Articles.Names;

/// <summary>The full names of an article, found by their short forms: family name, given name, name without its last noun, acronym.</summary>
internal sealed class ShortForms
{
    // By short key: the full keys with the place in the article where each stands first.
    private readonly Dictionary<string, List<(string FullKey, int At)>> _byShort = new(StringComparer.Ordinal);
    private int _at;

    private ShortForms()
    {
    }

    /// <summary>The short forms of all full names in the texts.</summary>
    public static ShortForms Collect(List<TaggedText> texts)
    {
        var forms = new ShortForms();
        foreach (TaggedText text in texts)
        {
            for (var i = 0; i < text.Mentions.Count; i++)
            {
                forms._at++;
                forms.AddShortFormsOf(text.Mentions[i]);
                if (i > 0) forms.AddAcronym(text.Text, text.Mentions[i - 1], text.Mentions[i]);
            }
        }
        forms._at = 0;
        return forms;
    }

    /// <summary>The mention with the full name it is short for; mentions are to be given in the order of the texts.</summary>
    public RawMention Link(RawMention mention)
    {
        _at++;
        if (mention.IsDemonym || !_byShort.TryGetValue(mention.Key, out List<(string FullKey, int At)>? fulls)) return mention;
        string nearest = fulls[LastAtOrBefore(fulls, _at)].FullKey;
        if (mention.Key.Length > 1 && IsWordInCapitals(mention, nearest)) return mention;
        if (mention.Scores.Place >= 5 && FacilityNames.ShortKeyOf(nearest) != mention.Key) return mention; // a place by the lists
        return mention with { FullKey = nearest };
    }

    // UN is not the short form of Kim Jong Un; DPRK in brackets behind a name is its short form.
    private static bool IsWordInCapitals(RawMention mention, string fullKey) =>
        !mention.Form.AsSpan().ContainsAnyInRange('a', 'z') && $" {fullKey} ".Contains($" {mention.Key} ", StringComparison.Ordinal);

    /// <summary>Index of the last entry that stands at or before a place; 0 when all stand behind it.</summary>
    private static int LastAtOrBefore(List<(string FullKey, int At)> fulls, int at)
    {
        int low = 0, high = fulls.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (fulls[middle].At <= at) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private void AddShortFormsOf(RawMention mention)
    {
        if (mention.IsSingleWord || mention.IsDemonym || mention.FromHeading) return;
        string key = mention.Key;
        int firstSpace = key.IndexOf(' '), lastSpace = key.LastIndexOf(' ');
        switch (mention.Scores.Best)
        {
            case MentionKind.Person when mention.Scores.Person >= 2:
                AddName(key[(lastSpace + 1)..], key);
                AddName(key[..firstSpace], key);
                if (firstSpace != lastSpace) AddName(key[(firstSpace + 1)..], key);
                break;
            case MentionKind.Place when FacilityNames.ShortKeyOf(key) is { } shortKey:
                AddName(shortKey, key);
                break;
        }
    }

    private void AddName(string shortKey, string fullKey)
    {
        if (shortKey.Length > 1) Add(shortKey, fullKey);
    }

    // "Full Name (FN)", and "North Korea (DPRK)": initials, or at least the initial of the last word at the end.
    private void AddAcronym(string text, RawMention full, RawMention acronym)
    {
        if (full.IsSingleWord || full.IsDemonym || !acronym.IsSingleWord || acronym.Length is < 2 or > 8) return;
        if (acronym.Form.AsSpan().ContainsAnyInRange('a', 'z') || acronym.End >= text.Length || text[acronym.End] != ')') return;
        if (!text.AsSpan(full.End, acronym.Start - full.End).SequenceEqual(" (")) return;
        int lastSpace = full.Key.LastIndexOf(' ');
        if (acronym.Key[^1] == full.Key[lastSpace + 1] || acronym.Key[0] == full.Key[0] && acronym.Length > 2) Add(acronym.Key, full.Key);
    }

    private void Add(string shortKey, string fullKey)
    {
        if (!_byShort.TryGetValue(shortKey, out List<(string FullKey, int At)>? fulls)) _byShort[shortKey] = fulls = [];
        if (fulls.Count == 0 || fulls[^1].FullKey != fullKey) fulls.Add((fullKey, _at));
    }
}
