namespace Search.Articles.Names;

/// <summary>What the lists know of words and phrases.</summary>
/// <remarks>Immutable and shareable; loaded once.</remarks>
internal sealed class Lexicon
{
    /// <summary>Most words of a phrase of the gazetteer.</summary>
    public const int MaxPhraseWords = 6;

    private const int MaxWordLength = 48;

    private const WordClasses Nouns = WordClasses.Role | WordClasses.PlaceOfNoun | WordClasses.PlaceAfter | WordClasses.OrgBefore
        | WordClasses.OtherBefore | WordClasses.Vessel;

    private static readonly Lazy<Lexicon> Loaded = new(Load);

    private readonly Dictionary<string, WordClasses>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly Dictionary<string, Phrase>.AlternateLookup<ReadOnlySpan<char>> _phrases;

    private Lexicon(Dictionary<string, WordClasses> words, Dictionary<string, Phrase> phrases)
    {
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _phrases = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lists that are built in.</summary>
    public static Lexicon Default => Loaded.Value;

    /// <summary>What a word may be, whatever case it is written in.</summary>
    public WordClasses ClassesOf(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxWordLength) return WordClasses.None;
        Span<char> lower = stackalloc char[MaxWordLength];
        int length = word.ToLowerInvariant(lower);
        for (var i = 0; i < length; i++)
        {
            if (lower[i] == '’') lower[i] = '\'';
        }
        return _words.TryGetValue(lower[..length], out WordClasses classes) ? classes : WordClasses.None;
    }

    /// <summary>The phrase with this key (<see cref="NameKey"/>); null when there is none.</summary>
    public Phrase? Find(ReadOnlySpan<char> key) => _phrases.TryGetValue(key, out Phrase? phrase) ? phrase : null;

    private static Lexicon Load()
    {
        var words = new Dictionary<string, WordClasses>(50_000, StringComparer.Ordinal);
        var phrases = new Dictionary<string, Phrase>(4_000, StringComparer.Ordinal);
        foreach (string word in ListFile.Lines("words"))
            words[word] = WordClasses.Common;
        foreach ((string section, string entry) in ListFile.Entries("cues"))
        {
            WordClasses classes = Enum.Parse<WordClasses>(section, ignoreCase: true);
            Mark(words, entry, classes);
            if ((classes & Nouns) != WordClasses.None) Mark(words, PluralOf(entry), classes);
        }
        foreach ((_, string entry) in ListFile.Entries("given-names"))
            Mark(words, entry.ToLowerInvariant(), WordClasses.GivenName);
        foreach ((string[] names, string[] derived) in ListFile.Groups("countries"))
        {
            foreach (string name in names) AddPhrase(words, phrases, name, names[0], PhraseKind.Country);
            foreach (string word in derived) AddPhrase(words, phrases, word, names[0], PhraseKind.Demonym);
        }
        foreach ((string[] names, _) in ListFile.Groups("organisations"))
        {
            foreach (string name in names) AddPhrase(words, phrases, name, names[0], PhraseKind.Body);
        }
        foreach ((string section, string entry) in ListFile.Entries("places"))
            AddPhrase(words, phrases, entry, entry, section == "regions" ? PhraseKind.Region : PhraseKind.City);
        return new Lexicon(words, phrases);
    }

    private static void Mark(Dictionary<string, WordClasses> words, string word, WordClasses classes) =>
        words[word] = words.GetValueOrDefault(word) | classes;

    private static string PluralOf(string noun) =>
        noun.EndsWith('y') && noun.Length > 2 && !"aeou".Contains(noun[^2], StringComparison.Ordinal) ? $"{noun[..^1]}ies" : $"{noun}s";

    private static void AddPhrase(
        Dictionary<string, WordClasses> words, Dictionary<string, Phrase> phrases, string text, string name, PhraseKind kind)
    {
        string key = NameKey.Of(text);
        bool upperOnly = text.Length <= 7 && !text.AsSpan().ContainsAnyInRange('a', 'z');
        if (!phrases.TryAdd(key, new Phrase(name, kind, upperOnly))) return; // the first list that has it decides
        int space = text.AsSpan().IndexOf(' ');
        string first = (space < 0 ? text : text[..space]).ToLowerInvariant();
        Mark(words, first.TrimEnd('.'), WordClasses.PhraseStart);
    }
}
