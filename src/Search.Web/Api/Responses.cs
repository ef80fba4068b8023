using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary>A page of ranked articles.</summary>
/// <param name="Query">How the query was understood.</param>
/// <param name="Total">How much matched.</param>
/// <param name="TookMs">Time spent in the index, in milliseconds.</param>
/// <param name="Generation">The commit that was searched.</param>
/// <param name="Articles">The page's articles.</param>
/// <param name="Facets">Counts of articles over everything that matched.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record SearchResponse(
    QueryInfo Query, TotalInfo Total, double TookMs, long Generation, IReadOnlyList<ArticleResult> Articles, FacetsInfo Facets, string? Next);

/// <summary>A page of ranked paragraphs.</summary>
/// <param name="Query">How the query was understood.</param>
/// <param name="Total">How much matched.</param>
/// <param name="TookMs">Time spent in the index, in milliseconds.</param>
/// <param name="Generation">The commit that was searched.</param>
/// <param name="Paragraphs">The page's paragraphs, each with its article.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record SnippetsResponse(
    QueryInfo Query, TotalInfo Total, double TookMs, long Generation, IReadOnlyList<SnippetResult> Paragraphs, string? Next);

/// <summary>How a query was understood.</summary>
/// <param name="Text">As it was given.</param>
/// <param name="Understood">In words that can be typed again.</param>
/// <param name="Clauses">The parts that marks refer to.</param>
/// <param name="Warnings">What was repaired or loosened.</param>
public sealed record QueryInfo(string Text, string Understood, IReadOnlyList<string> Clauses, IReadOnlyList<string> Warnings);

/// <summary>Counts over everything that matched, most frequent first.</summary>
/// <param name="Outlet">By outlet.</param>
/// <param name="Name">By name.</param>
/// <param name="Place">By place.</param>
/// <param name="Published">By month, <c>2023-09</c>, in order of time.</param>
public sealed record FacetsInfo(
    IReadOnlyList<FacetCount> Outlet, IReadOnlyList<FacetCount> Name, IReadOnlyList<FacetCount> Place, IReadOnlyList<FacetCount> Published);

/// <summary>A value and the number of matching articles with it.</summary>
/// <param name="Value">The value, as it can be filtered by.</param>
/// <param name="Count">Articles.</param>
public sealed record FacetCount(string Value, int Count);

/// <summary>How much matched.</summary>
/// <param name="Paragraphs">Matching paragraphs.</param>
/// <param name="Articles">Articles with one.</param>
/// <param name="Relation"><c>eq</c>: exact; <c>gte</c>: at least.</param>
public sealed record TotalInfo(long Paragraphs, long Articles, string Relation);

/// <summary>An article that matches.</summary>
public sealed record ArticleResult(
    string Id, string? Headline, string? Outlet, DateTimeOffset? Published, string? Url, string Link, float Score,
    IReadOnlyList<ParagraphResult> Paragraphs, int MoreParagraphs);

/// <summary>A paragraph that matches.</summary>
public sealed record ParagraphResult(
    string Key, int Ordinal, string Link, float Score, IReadOnlyList<string> Names, IReadOnlyList<string> Places,
    IReadOnlyList<Snippet> Snippets, ScorePart? Explanation);

/// <summary>A paragraph that matches, with its article.</summary>
public sealed record SnippetResult(
    ArticleInfo Article, string Key, int Ordinal, string Link, float Score, IReadOnlyList<string> Names, IReadOnlyList<string> Places,
    IReadOnlyList<Snippet> Snippets, ScorePart? Explanation);

/// <summary>What identifies an article.</summary>
public sealed record ArticleInfo(
    string Id, string? Headline, string Title, string? Outlet, IReadOnlyList<string> Authors, DateTimeOffset? Published, string? Url, string Link,
    string Path, int ParagraphCount);

/// <summary>A page of articles.</summary>
/// <param name="Articles">The page.</param>
/// <param name="Total">Number of articles in the index.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record ArticlesResponse(IReadOnlyList<ArticleInfo> Articles, int Total, string? Next);

/// <summary>A whole article.</summary>
public sealed record ArticleResponse(ArticleInfo Article, IReadOnlyList<ParagraphInfo> Paragraphs, QueryInfo? Query);

/// <summary>A paragraph's whole text, with marks when a query was given.</summary>
public sealed record ParagraphInfo(
    string Key, int Ordinal, string Kind, string Link, string Text, IReadOnlyList<MarkRange> Ranges, string Html, IReadOnlyList<string> Names,
    IReadOnlyList<string> Places);

/// <summary>A paragraph with its neighbours.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Before">Paragraphs before it.</param>
/// <param name="After">Paragraphs after it.</param>
/// <param name="Exact">False when the text of the key has changed and this is the closest paragraph.</param>
/// <param name="Query">How the query was understood.</param>
public sealed record ParagraphResponse(
    ArticleInfo Article, ParagraphInfo Paragraph, IReadOnlyList<ParagraphInfo> Before, IReadOnlyList<ParagraphInfo> After, bool Exact, QueryInfo? Query);

/// <summary>A place in a query text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Length">Number of code units.</param>
public sealed record ProblemSpan(int Start, int Length);

/// <summary>Whether the host serves.</summary>
public sealed record HealthResponse(string Status, int Articles, int Paragraphs, long Generation, bool WriterElsewhere);
