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

/// <summary>A search for paragraphs.</summary>
/// <remarks>Immutable. Filters of one kind are alternatives; kinds combine.</remarks>
public sealed record ArticleQuery
{
    /// <summary>Smallest and largest <see cref="Limit"/>.</summary>
    public const int MinLimit = 1, MaxLimit = 100;

    /// <summary>The query text; empty or <c>*</c>: every paragraph.</summary>
    public string Text { get; init; } = "";

    /// <summary>Articles (or snippets) on a page: 1 to 100.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Where the page before ended, as its answer said; null for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>What to do with broken syntax.</summary>
    public QueryMode Mode { get; init; }

    /// <summary>Only these outlets.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>Only paragraphs with all of these names (canonical forms).</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Only paragraphs with all of these places (canonical forms).</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

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

    /// <summary>Most paragraphs shown under an article.</summary>
    public int ParagraphsPerArticle { get; init; } = 3;
}
