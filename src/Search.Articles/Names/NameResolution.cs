namespace Search.Articles.Names;

/// <summary>Joins the keys of a collection to entities and names them.</summary>
/// <remarks>For one table; not thread safe.</remarks>
internal sealed class NameResolution(NameCollection collection)
{
    private const int MaxSteps = 4; // short form to full name to the name of the lists: chains are this short
    private const int MinUses = 3, WeakPerson = 3; // per mention: below what a given name or a title gives

    private readonly Lexicon _lexicon = Lexicon.Default;
    private readonly FamilyNames _families = FamilyNames.Collect(collection);
    private readonly FacilityNames _facilities = FacilityNames.Collect(collection);
    private readonly LearnedDemonyms _demonyms = LearnedDemonyms.Collect(collection);

    private HashSet<string> _shortened = [];

    /// <summary>The names by key; keys that are no names are left out.</summary>
    public Dictionary<string, ResolvedName> Resolve()
    {
        _shortened = ShortenedNames();
        var entityKeys = new Dictionary<string, string>(collection.Records.Count, StringComparer.Ordinal);
        var scores = new Dictionary<string, KindScores>(StringComparer.Ordinal);
        foreach ((string key, NameRecord record) in collection.Records)
        {
            if (_demonyms.Contains(key)) continue;
            string entity = EntityOf(key);
            entityKeys[key] = entity;
            scores[entity] = scores.GetValueOrDefault(entity) + record.Scores;
        }
        var names = new Dictionary<string, ResolvedName>(entityKeys.Count, StringComparer.Ordinal);
        foreach ((string key, string entity) in entityKeys)
        {
            bool writtenSmall = collection.Records[key].Firm == 0 && collection.LowerWords.ContainsKey(key);
            names[key] = new ResolvedName(CanonicalOf(entity), KindOf(entity, scores[entity]), writtenSmall, collection.Records[key].Firm > 0);
        }
        return names;
    }

    private string EntityOf(string key)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            string next = NextOf(key);
            if (next == key) break;
            key = next;
        }
        return key;
    }

    private string NextOf(string key)
    {
        if (_lexicon.Find(key) is { Kind: not PhraseKind.Demonym } phrase) return NameKey.Of(phrase.Name);
        if (!collection.Records.TryGetValue(key, out NameRecord? record)) return key;
        if (Dominant(record.FullKeys, record.Count) is { } full) return full;
        return _families.FullKeyOf(key, record) ?? _facilities.FullKeyOf(key) ?? key;
    }

    // Articles agree on what it is short for, and it is seldom used without any full name near.
    private static string? Dominant(Dictionary<string, int> fullKeys, int count)
    {
        int linked = 0, most = 0;
        string? dominant = null;
        foreach ((string full, int times) in fullKeys)
        {
            linked += times;
            if (times < most || times == most && string.CompareOrdinal(full, dominant) > 0) continue;
            most = times;
            dominant = full;
        }
        return most * 10 >= linked * 7 && most * 3 >= count ? dominant : null;
    }

    private MentionKind KindOf(string entity, KindScores scores)
    {
        MentionKind kind = KindByEvidence(entity, scores);
        return kind == MentionKind.Person && IsUsedLikeABody(entity, scores) ? MentionKind.Organization : kind;
    }

    // News gives a person in full once and in short after; a body keeps its name. So a name of unknown words that is always written in
    // full, never has a title or a given name, and once stands where a body does, is a body's.
    private bool IsUsedLikeABody(string entity, KindScores scores)
    {
        if (!collection.Records.TryGetValue(entity, out NameRecord? record) || record.Count < MinUses || _shortened.Contains(entity)) return false;
        return scores.Person < WeakPerson * record.Count && scores.Organization > 0;
    }

    private HashSet<string> ShortenedNames()
    {
        var shortened = new HashSet<string>(StringComparer.Ordinal);
        foreach (NameRecord record in collection.Records.Values) shortened.UnionWith(record.FullKeys.Keys);
        return shortened;
    }

    private MentionKind KindByEvidence(string entity, KindScores scores) =>
        _lexicon.Find(entity) is { Kind: not PhraseKind.Demonym } phrase && scores.Person < 2 * Math.Max(scores.Place, scores.Organization)
            ? phrase.IsPlace ? MentionKind.Place : MentionKind.Organization
            : scores.Highest <= 0 ? MentionKind.Other : scores.Best;

    private string CanonicalOf(string entity)
    {
        if (_lexicon.Find(entity) is { Kind: not PhraseKind.Demonym } phrase) return phrase.Name;
        return collection.Records.TryGetValue(entity, out NameRecord? record) ? MostFrequent(record.Forms) : entity;
    }

    // Ties: not all in capitals, then the first by code unit, so that the order of the articles changes nothing.
    private static string MostFrequent(Dictionary<string, int> forms)
    {
        string best = "";
        int most = -1;
        foreach ((string form, int count) in forms)
        {
            if (count < most || count == most && !IsBetter(form, best)) continue;
            most = count;
            best = form;
        }
        return best;
    }

    private static bool IsBetter(string form, string other)
    {
        bool shouts = IsAllCapitals(form), otherShouts = IsAllCapitals(other);
        return shouts == otherShouts ? string.CompareOrdinal(form, other) < 0 : otherShouts;
    }

    private static bool IsAllCapitals(string form) => string.Equals(form, form.ToUpperInvariant(), StringComparison.Ordinal);
}
