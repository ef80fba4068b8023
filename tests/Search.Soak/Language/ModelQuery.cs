namespace Search.Soak.Language;

/// <summary>A query as its meaning, apart from the product's own tree. The kinds are its nested records.</summary>
public abstract record ModelQuery
{
    private ModelQuery()
    {
    }

    /// <summary>What a word of a text has to be; nothing else has places of one word.</summary>
    public abstract record OneWord : ModelQuery;

    /// <summary>Any form of a word.</summary>
    public sealed record Stem(ModelWord Word) : OneWord;

    /// <summary>A word as it is written.</summary>
    public sealed record Exact(ModelWord Word) : OneWord;

    /// <summary>A word in these letters.</summary>
    public sealed record Cased(string Written) : OneWord;

    /// <summary>Words that fit a pattern of stars and question marks.</summary>
    public sealed record Glob(string Pattern) : OneWord;

    /// <summary>Words that differ by at most so many letters.</summary>
    public sealed record Fuzzy(ModelWord Word, int Edits) : OneWord;

    /// <summary>Words of which each is one of two.</summary>
    public sealed record Regex(ModelWord First, ModelWord Second) : OneWord;

    /// <summary>Any one word; only inside a phrase.</summary>
    public sealed record Gap : OneWord;

    /// <summary>Items one behind the other: words (not by stem), gaps, choices of words and phrases.</summary>
    public sealed record Phrase(IReadOnlyList<ModelQuery> Items) : ModelQuery;

    /// <summary>Words that may be moved by so much in all.</summary>
    public sealed record Movable(IReadOnlyList<ModelQuery> Items, int Slop) : ModelQuery;

    /// <summary>Two near each other.</summary>
    public sealed record Near(ModelQuery Left, ModelQuery Right, int Distance, bool IsOrdered) : ModelQuery;

    /// <summary>All of the first and none of the second.</summary>
    public sealed record All(IReadOnlyList<ModelQuery> Required, IReadOnlyList<ModelQuery> Excluded) : ModelQuery;

    /// <summary>Any of them.</summary>
    public sealed record Any(IReadOnlyList<ModelQuery> Parts) : ModelQuery;

    /// <summary>The first; the second is marked where it stands.</summary>
    public sealed record Rather(ModelQuery Required, ModelQuery Optional) : ModelQuery;

    /// <summary>All in one sentence.</summary>
    public sealed record Sentence(ModelQuery Inner) : ModelQuery;

    /// <summary>All in one paragraph.</summary>
    public sealed record Paragraph(ModelQuery Inner) : ModelQuery;

    /// <summary>All in one article.</summary>
    public sealed record Article(ModelQuery Inner) : ModelQuery;

    /// <summary>So many matches in the article.</summary>
    public sealed record AtLeast(int Count, ModelQuery Inner) : ModelQuery;

    /// <summary>In the headline: one word, a phrase, or nearness.</summary>
    public sealed record Headline(ModelQuery Inner) : ModelQuery;

    /// <summary>In the first two paragraphs.</summary>
    public sealed record Lead(ModelQuery Inner) : ModelQuery;

    /// <summary>Of an outlet that has a word, or is called so.</summary>
    public sealed record Outlet(string Text, bool IsWhole) : ModelQuery;

    /// <summary>Published in a year, or in a month of it.</summary>
    public sealed record Published(int Year, int? Month) : ModelQuery;

    /// <summary>Everything.</summary>
    public sealed record Everything : ModelQuery;
}
