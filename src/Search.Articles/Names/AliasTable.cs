namespace Search.Articles.Names;

/// <summary>Which names of a collection are one, what each names, and how it is written in full.</summary>
/// <remarks>Made from the counts of a <see cref="NameCollection"/> as they are now. Immutable and shareable.</remarks>
public sealed class AliasTable
{
    private readonly Dictionary<string, ResolvedName> _names;
    private readonly AliasTable? _others;

    private AliasTable(Dictionary<string, ResolvedName> names, AliasTable? others = null)
    {
        _names = names;
        _others = others;
    }

    /// <summary>The table for a collection.</summary>
    public static AliasTable Create(NameCollection collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return new AliasTable(new NameResolution(collection).Resolve());
    }

    /// <summary>This table, and for names that it does not know another one.</summary>
    public AliasTable Before(AliasTable others) => new(_names, others);

    /// <summary>The mentions in one paragraph of an article that the collection was given.</summary>
    public IReadOnlyList<Mention> MentionsIn(ArticleNames article, int paragraph)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Resolve(article.InParagraph(paragraph));
    }

    /// <summary>The mentions in the headline.</summary>
    public IReadOnlyList<Mention> MentionsInHeadline(ArticleNames article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Resolve(article.Headline);
    }

    /// <summary>The paragraphs of the article that <paramref name="names"/> were found in, with their mentions.</summary>
    public IReadOnlyList<Paragraph> Apply(IReadOnlyList<Paragraph> paragraphs, ArticleNames names)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        ArgumentNullException.ThrowIfNull(names);
        if (names.ParagraphCount != paragraphs.Count) throw new ArgumentException("These are not the paragraphs the names were found in.", nameof(paragraphs));
        var tagged = new Paragraph[paragraphs.Count];
        for (var i = 0; i < tagged.Length; i++)
            tagged[i] = paragraphs[i] with { Mentions = MentionsIn(names, i) };
        return tagged;
    }

    /// <summary>The canonical form of a name as a user may write it; null when the collection does not know it.</summary>
    public string? CanonicalOf(string name) => Find(NameKey.Of(name))?.Canonical;

    internal ResolvedName? Find(string key) => _names.GetValueOrDefault(key) ?? _others?.Find(key);

    private List<Mention> Resolve(IReadOnlyList<RawMention> raw)
    {
        var mentions = new List<Mention>(raw.Count);
        foreach (RawMention mention in raw)
        {
            if (mention.WithNoun is { } longer && Find(longer.Key) is { IsFirm: true } longerName)
            {
                mentions.Add(new Mention(longer.Start, longer.Length, longerName.Kind, longerName.Canonical));
                continue;
            }
            if (mention.IsDemonym || Find(mention.FullKey ?? mention.Key) is not { } name) continue;
            if (mention.Doubtful && IsRefuted(mention)) continue;
            mentions.Add(new Mention(mention.Start, mention.Length, name.Kind, name.Canonical));
        }
        return mentions;
    }

    // A heading whose capitals say nothing gives a name only where running text has it; the start of a sentence, unless text has it small.
    private bool IsRefuted(RawMention mention) =>
        Find(mention.Key) is not { } name || (mention.FromHeading ? !name.IsFirm && NameKey.Of(name.Canonical) == mention.Key : name.IsWrittenSmall);
}
