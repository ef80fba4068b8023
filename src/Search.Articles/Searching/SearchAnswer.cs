namespace Search.Articles.Searching;

/// <summary>A page of ranked articles.</summary>
public sealed record SearchAnswer
{
    /// <summary>How the query was understood.</summary>
    public required UnderstoodQuery Query { get; init; }

    /// <summary>How much matched.</summary>
    public required HitTotals Total { get; init; }

    /// <summary>Time spent in the index, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>The commit that was searched.</summary>
    public required long Generation { get; init; }

    /// <summary>The page's articles, in order.</summary>
    public required IReadOnlyList<ArticleHit> Articles { get; init; }

    /// <summary>Counts over everything that matched: a group for each <see cref="FacetField"/>, in its order.</summary>
    public required IReadOnlyList<FacetGroup> Facets { get; init; }

    /// <summary>When the articles that matched were published, in order of time: by day, month or year, as fits. Undated ones have no bar.</summary>
    public required IReadOnlyList<HistogramBar> Histogram { get; init; }

    /// <summary>What to try instead; null when the query, as it was asked, matches something.</summary>
    public NoHitsAdvice? Advice { get; init; }

    /// <summary>Cursor of the next page; null on the last.</summary>
    public string? Next { get; init; }
}

/// <summary>A page of ranked paragraphs.</summary>
public sealed record SnippetAnswer
{
    /// <summary>How the query was understood.</summary>
    public required UnderstoodQuery Query { get; init; }

    /// <summary>How much matched.</summary>
    public required HitTotals Total { get; init; }

    /// <summary>Time spent in the index, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>The commit that was searched.</summary>
    public required long Generation { get; init; }

    /// <summary>The page's paragraphs, in order.</summary>
    public required IReadOnlyList<SnippetHit> Snippets { get; init; }

    /// <summary>Cursor of the next page; null on the last.</summary>
    public string? Next { get; init; }
}

/// <summary>How a query was understood.</summary>
/// <param name="Text">As it was given.</param>
/// <param name="Understood">In words that can be typed again and mean the same.</param>
/// <param name="Clauses">The parts that marks refer to, in order: each as it was written.</param>
/// <param name="Notes">What was repaired, loosened because nothing matched, or otherwise not taken as it was typed.</param>
public sealed record UnderstoodQuery(string Text, string Understood, IReadOnlyList<string> Clauses, IReadOnlyList<QueryNote> Notes);

/// <summary>Something that the person who searches should know.</summary>
/// <param name="Kind">
/// <c>repair</c>: broken syntax was repaired; <c>fallback</c>: nothing matched, or little, so something wider was searched too;
/// <c>question</c>: of so many words only some were required; <c>limit</c>: a bound was met; <c>dialect</c>: the syntax of another program was understood; <c>feedback</c>: words were added.
/// </param>
/// <param name="Text">A sentence.</param>
public sealed record QueryNote(string Kind, string Text);

/// <summary>How much matched.</summary>
/// <param name="Sentences">Sentences that hold a mark of the query; of a query without words, all sentences of the matching paragraphs.</param>
/// <param name="Paragraphs">Matching paragraphs.</param>
/// <param name="Articles">Articles with a matching paragraph.</param>
/// <param name="IsExact">Whether the counts are exact; otherwise they are lower bounds.</param>
public sealed record HitTotals(long Sentences, long Paragraphs, long Articles, bool IsExact);

/// <summary>An article that matches.</summary>
public sealed record ArticleHit
{
    /// <summary>The article.</summary>
    public required ArticleHeader Article { get; init; }

    /// <summary>What ranks it: its best paragraph and a bounded share of the others.</summary>
    public required float Score { get; init; }

    /// <summary>Its matching paragraphs, best first, at most as many as were asked for.</summary>
    public required IReadOnlyList<ParagraphHit> Paragraphs { get; init; }

    /// <summary>Number of its matching paragraphs that are not shown.</summary>
    public required int MoreParagraphs { get; init; }

    /// <summary>Matching articles that are nearly identical to it and are not shown themselves.</summary>
    public IReadOnlyList<ArticleHeader> Similar { get; init; } = [];
}

/// <summary>What identifies an article to a reader.</summary>
public sealed record ArticleHeader
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its headline; null when it has none.</summary>
    public string? Headline { get; init; }

    /// <summary>What to show where a headline is wanted: the headline, or the beginning of the first paragraph.</summary>
    public required string Title { get; init; }

    /// <summary>Its outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>Its authors.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Its date.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Whether the date came with a time zone.</summary>
    public bool PublishedHasZone { get; init; }

    /// <summary>Its language, two letters or a longer tag; null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Address of the original.</summary>
    public string? Url { get; init; }

    /// <summary>The file it came from.</summary>
    public required string Path { get; init; }

    /// <summary>Number of its paragraphs.</summary>
    public required int ParagraphCount { get; init; }
}

/// <summary>A paragraph that matches.</summary>
public sealed record ParagraphHit
{
    /// <summary>Permalink key within the article.</summary>
    public required string Key { get; init; }

    /// <summary>Place in the article, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>What ranks it.</summary>
    public required float Score { get; init; }

    /// <summary>What it is.</summary>
    public ParagraphKind Kind { get; init; }

    /// <summary>Names in it: people, bodies and other things, canonical forms.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Places in it, canonical forms.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Its best passages in the order of the text.</summary>
    public required IReadOnlyList<Snippet> Snippets { get; init; }

    /// <summary>Words of a query that was loosened which it does not have, as they were written; empty where all are required.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether nothing in it matches but its article's headline, over which the query asked.</summary>
    public bool HeadlineOnly { get; init; }

    /// <summary>The paragraphs before it, as many as were asked for, in order.</summary>
    public IReadOnlyList<ParagraphText> Before { get; init; } = [];

    /// <summary>The paragraphs after it, as many as were asked for, in order.</summary>
    public IReadOnlyList<ParagraphText> After { get; init; } = [];

    /// <summary>Why it has its score; null unless asked for.</summary>
    public ScorePart? Explanation { get; init; }
}

/// <summary>A ranked paragraph with its article.</summary>
/// <param name="Article">The article.</param>
/// <param name="Paragraph">The paragraph.</param>
public sealed record SnippetHit(ArticleHeader Article, ParagraphHit Paragraph);

/// <summary>A passage of whole sentences with marks.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Ranges">Marks in it, ascending, not overlapping.</param>
/// <param name="Html">The same with a <c>mark</c> element around each range; everything else escaped.</param>
public sealed record Snippet(string Text, IReadOnlyList<MarkRange> Ranges, string Html);

/// <summary>A mark.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Length">Number of code units.</param>
/// <param name="Clause">Index of the clause among the query's <c>clauses</c> that it belongs to.</param>
public sealed record MarkRange(int Start, int Length, int Clause);

/// <summary>A part of a score; the value of a sum is the sum of its parts.</summary>
/// <param name="Name">What it is: <c>score</c>, <c>body</c>, <c>headline</c>, <c>lead</c>, <c>names</c>, <c>places</c>, <c>proximity</c>, <c>recency</c>, <c>feedback</c>.</param>
/// <param name="Value">What it adds.</param>
/// <param name="Description">In words.</param>
/// <param name="Parts">What it is made of; empty for a leaf.</param>
public sealed record ScorePart(string Name, float Value, string Description, IReadOnlyList<ScorePart> Parts);
