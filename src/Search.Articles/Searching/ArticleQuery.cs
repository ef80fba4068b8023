namespace Search.Articles.Searching;

/// <summary>What to do with a query that is not well formed.</summary>
public enum QueryMode
{
    /// <summary>Repair it and say what was done.</summary>
    Lenient,

    /// <summary>Refuse it with a span and a reason.</summary>
    Strict,
}

/// <summary>Order of the articles.</summary>
public enum SortOrder
{
    /// <summary>Best first.</summary>
    Relevance,

    /// <summary>Latest first; undated ones last.</summary>
    Newest,

    /// <summary>Earliest first; undated ones last.</summary>
    Oldest,
}

/// <summary>Whether near-identical articles among the results are shown once.</summary>
public enum FoldMode
{
    /// <summary>Each is shown.</summary>
    None,

    /// <summary>The one that was published first stands for the others.</summary>
    First,

    /// <summary>The longest stands for the others.</summary>
    Longest,
}

/// <summary>A search for paragraphs.</summary>
/// <remarks>Immutable. A query with a number out of its bounds, or with too many filters, is answered with a <see cref="QueryException"/>.</remarks>
public sealed record ArticleQuery
{
    /// <summary>Smallest and largest <see cref="Limit"/>.</summary>
    public const int MinLimit = 1, MaxLimit = 100;

    /// <summary>Largest <see cref="Context"/>.</summary>
    public const int MaxContext = 3;

    /// <summary>Largest <see cref="SnippetsPerParagraph"/>.</summary>
    public const int MaxSnippetsPerParagraph = 5;

    /// <summary>Largest <see cref="ParagraphsPerArticle"/>.</summary>
    public const int MaxParagraphsPerArticle = 100;

    /// <summary>Most <see cref="Filters"/>.</summary>
    public const int MaxFilters = 32;

    /// <summary>The query text; empty or <c>*</c>: every paragraph.</summary>
    public string Text { get; init; } = "";

    /// <summary>Articles (or snippets) on a page: 1 to 100.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Where the page before ended, as its answer said; null for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>What to do with broken syntax.</summary>
    public QueryMode Mode { get; init; }

    /// <summary>Values that results are narrowed to or must not have.</summary>
    public IReadOnlyList<FacetFilter> Filters { get; init; } = [];

    /// <summary>Not published before this moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Order of the articles.</summary>
    public SortOrder Sort { get; init; }

    /// <summary>Whether each paragraph carries the explanation of its score.</summary>
    public bool Explain { get; init; }

    /// <summary>Weights of the fields; null for the profile of the index.</summary>
    public RankingProfile? Ranking { get; init; }

    /// <summary>Most paragraphs shown under an article: 1 to 100.</summary>
    public int ParagraphsPerArticle { get; init; } = 3;

    /// <summary>Most passages shown of a paragraph: 1 to 5.</summary>
    public int SnippetsPerParagraph { get; init; } = 2;

    /// <summary>Whether each paragraph comes whole, as one passage with all its marks.</summary>
    public bool WholeParagraphs { get; init; }

    /// <summary>Paragraphs shown before and after each that matches: 0 to 3.</summary>
    public int Context { get; init; }

    /// <summary>Whether near-identical articles are shown once. Numbers of results and facets count each of them all the same.</summary>
    public FoldMode Fold { get; init; } = FoldMode.First;

    /// <summary>Whether words that the best results have in common add to the score of others. The answer says which.</summary>
    public bool Feedback { get; init; }
}
