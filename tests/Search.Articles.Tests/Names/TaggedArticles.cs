using Search.Articles.Names;

namespace Search.Articles.Tests.Names;

/// <summary>A small collection of articles, tagged and resolved.</summary>
internal sealed class TaggedArticles
{
    private readonly List<(Paragraph[] Paragraphs, ArticleNames Names)> _articles = [];
    private readonly AliasTable _aliases;

    public TaggedArticles(params string[][] articles)
        : this([.. articles.Select(texts => texts.Select(ParagraphOf).ToArray())])
    {
    }

    public TaggedArticles(Paragraph[][] articles)
    {
        var tagger = new NameTagger();
        foreach (Paragraph[] paragraphs in articles)
        {
            ArticleNames names = tagger.Tag(null, paragraphs);
            Collection.Add(names);
            _articles.Add((paragraphs, names));
        }
        _aliases = AliasTable.Create(Collection);
    }

    public NameCollection Collection { get; } = new();

    /// <summary>The mentions of one article, by paragraph.</summary>
    public IReadOnlyList<Mention>[] MentionsOf(int article)
    {
        (Paragraph[] paragraphs, ArticleNames names) = _articles[article];
        return [.. _aliases.Apply(paragraphs, names).Select(p => p.Mentions)];
    }

    /// <summary>Canonical forms of an article, of one kind or all.</summary>
    public IEnumerable<string> CanonicalOf(int article, MentionKind? kind = null) =>
        MentionsOf(article).SelectMany(m => m).Where(m => kind is null || m.Kind == kind).Select(m => m.Canonical).Distinct();

    /// <summary>What one text, as the only article, is found to name: <c>canonical:kind</c> in order.</summary>
    public static string Tag(params string[] paragraphs)
    {
        var tagged = new TaggedArticles([paragraphs]);
        return string.Join(" | ", tagged.MentionsOf(0).SelectMany(m => m).Select(m => $"{m.Canonical}:{m.Kind}"));
    }

    /// <summary>The stretches of text that are mentions, in order.</summary>
    public static string Spans(string paragraph)
    {
        var tagged = new TaggedArticles([[paragraph]]);
        return string.Join(" | ", tagged.MentionsOf(0)[0].Select(m => paragraph.Substring(m.Start, m.Length)));
    }

    public static Paragraph ParagraphOf(string text, int ordinal = 0) => new()
    {
        Ordinal = ordinal, Text = text, Source = (0, text.Length), Sentences = [0], Key = ordinal.ToString(),
    };
}
