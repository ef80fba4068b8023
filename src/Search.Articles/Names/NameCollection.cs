namespace Search.Articles.Names;

/// <summary>Counts of the names of a collection: what is needed to give each name one kind and one canonical form.</summary>
/// <remarks>
/// Grows by articles or by other collections, and is saved as text (<see cref="NameCollectionText"/>), so that articles can be
/// added to an index without reading the others again. Memory is bounded (<see cref="MaxNames"/>). Counts only grow: an article that is changed or removed
/// leaves its counts behind until the collection is made anew, which costs one tagging of all articles. Not thread safe.
/// </remarks>
public sealed class NameCollection
{
    /// <summary>Most names that are kept; when there are more, the rarest half is forgotten.</summary>
    public const int MaxNames = 200_000;

    private const int MaxLowerWords = 400_000;

    internal Dictionary<string, NameRecord> Records { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that are no ordinary English words and are written in lower case, with the number of articles that do so.</summary>
    internal Dictionary<string, int> LowerWords { get; } = new(StringComparer.Ordinal);

    /// <summary>Number of different names, spellings of one name counted once.</summary>
    public int Count => Records.Count;

    /// <summary>Adds the names of one article.</summary>
    public void Add(ArticleNames article)
    {
        ArgumentNullException.ThrowIfNull(article);
        foreach (RawMention mention in article.All())
        {
            if (!mention.IsDemonym) Add(mention);
        }
        foreach (string word in article.LowerWords)
        {
            if ((Lexicon.Default.ClassesOf(word) & WordClasses.Common) == WordClasses.None)
                LowerWords[word] = LowerWords.GetValueOrDefault(word) + 1;
        }
        Trim();
    }

    /// <summary>Adds the counts of another collection.</summary>
    public void Add(NameCollection other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach ((string key, NameRecord added) in other.Records)
        {
            NameRecord record = RecordOf(key);
            record.Count += added.Count;
            record.Firm += added.Firm;
            record.Adjectival += added.Adjectival;
            record.Scores += added.Scores;
            foreach ((string form, int count) in added.Forms) NameRecord.Increase(record.Forms, form, count);
            foreach ((string full, int count) in added.FullKeys) NameRecord.Increase(record.FullKeys, full, count);
        }
        foreach ((string word, int count) in other.LowerWords)
            LowerWords[word] = LowerWords.GetValueOrDefault(word) + count;
        Trim();
    }

    /// <summary>Saves the counts.</summary>
    public void Write(TextWriter output) => NameCollectionText.Write(this, output);

    /// <summary>Reads what <see cref="Write"/> saved.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static NameCollection Read(TextReader input) => NameCollectionText.Read(input);

    internal NameRecord RecordOf(string key)
    {
        if (!Records.TryGetValue(key, out NameRecord? record)) Records[key] = record = new NameRecord();
        return record;
    }

    // A name that is forgotten counts from the beginning when it comes again; names that a collection uses often stay.
    private void Trim()
    {
        if (Records.Count > MaxNames)
            RarestWords.Remove(Records, record => record.Count, MaxNames / 2);
        if (LowerWords.Count > MaxLowerWords)
            RarestWords.Remove(LowerWords, count => count, MaxLowerWords / 2);
    }

    private void Add(RawMention mention)
    {
        NameRecord record = RecordOf(mention.Key);
        record.Count++;
        if (!mention.Doubtful && !mention.FromHeading) record.Firm++;
        if (mention.Adjectival) record.Adjectival++;
        record.Scores += mention.Scores;
        // A heading's spelling counts only where nothing else does: it is entered, and counts nothing.
        NameRecord.Increase(record.Forms, mention.Form, mention.FromHeading ? 0 : 1);
        if (mention.FullKey is null) return;
        NameRecord.Increase(record.FullKeys, mention.FullKey, 1);
        RecordOf(mention.FullKey).Scores += mention.Scores; // what is said of the short name holds for the full one
    }
}
