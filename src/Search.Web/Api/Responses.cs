using Search.Articles.Citing;
using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary>A page of ranked articles.</summary>
/// <param name="Query">How the query was understood.</param>
/// <param name="Total">How much matched.</param>
/// <param name="TookMs">Time spent in the index, in milliseconds.</param>
/// <param name="Generation">The commit that was searched.</param>
/// <param name="Articles">The page's articles.</param>
/// <param name="Facets">Counts of articles over everything that matched.</param>
/// <param name="Histogram">When the matching articles were published.</param>
/// <param name="Advice">What to try instead; null when the query, as it was asked, matches something.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record SearchResponse(
    UnderstoodQuery Query, HitTotals Total, double TookMs, long Generation, IReadOnlyList<ArticleResult> Articles, IReadOnlyList<FacetGroup> Facets,
    IReadOnlyList<HistogramBar> Histogram, NoHitsAdvice? Advice, string? Next);

/// <summary>A page of ranked paragraphs.</summary>
/// <param name="Query">How the query was understood.</param>
/// <param name="Total">How much matched.</param>
/// <param name="TookMs">Time spent in the index, in milliseconds.</param>
/// <param name="Generation">The commit that was searched.</param>
/// <param name="Paragraphs">The page's paragraphs, each with its article.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record SnippetsResponse(
    UnderstoodQuery Query, HitTotals Total, double TookMs, long Generation, IReadOnlyList<SnippetResult> Paragraphs, string? Next);

/// <summary>An article that matches, and those that are nearly identical to it and are not shown themselves.</summary>
public sealed record ArticleResult(
    string Id, string? Headline, string? Outlet, DateTimeOffset? Published, string? Url, string Link, float Score,
    IReadOnlyList<ParagraphResult> Paragraphs, int MoreParagraphs, IReadOnlyList<ArticleInfo> Similar);

/// <summary>A paragraph that matches, with the paragraphs around it as far as they were asked for.</summary>
public sealed record ParagraphResult(
    string Key, int Ordinal, string Link, float Score, IReadOnlyList<string> Names, IReadOnlyList<string> Places,
    IReadOnlyList<Snippet> Snippets, IReadOnlyList<string> Missing, bool HeadlineOnly, IReadOnlyList<ParagraphInfo> Before, IReadOnlyList<ParagraphInfo> After, ScorePart? Explanation);

/// <summary>A paragraph that matches, with its article.</summary>
public sealed record SnippetResult(
    ArticleInfo Article, string Key, int Ordinal, string Link, float Score, IReadOnlyList<string> Names, IReadOnlyList<string> Places,
    IReadOnlyList<Snippet> Snippets, IReadOnlyList<string> Missing, bool HeadlineOnly, IReadOnlyList<ParagraphInfo> Before, IReadOnlyList<ParagraphInfo> After, ScorePart? Explanation);

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
public sealed record ArticleResponse(ArticleInfo Article, IReadOnlyList<ParagraphInfo> Paragraphs, UnderstoodQuery? Query);

/// <summary>A paragraph's whole text, with marks when a query was given.</summary>
/// <param name="Key">Permalink key within the article.</param>
/// <param name="Ordinal">Place in the article, from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Link">Its page.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Ranges">Marks in it, ascending, not overlapping.</param>
/// <param name="Html">The same with a mark element around each range; everything else escaped.</param>
/// <param name="Names">Names in it.</param>
/// <param name="Places">Places in it.</param>
/// <param name="Selector">Finds it in the original; null for the neighbours of a search's results.</param>
public sealed record ParagraphInfo(
    string Key, int Ordinal, string Kind, string Link, string Text, IReadOnlyList<MarkRange> Ranges, string Html, IReadOnlyList<string> Names,
    IReadOnlyList<string> Places, TextQuoteSelector? Selector);

/// <summary>A paragraph with its neighbours.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Before">Paragraphs before it.</param>
/// <param name="After">Paragraphs after it.</param>
/// <param name="Exact">False when the text of the key has changed and this is the closest paragraph.</param>
/// <param name="Query">How the query was understood.</param>
public sealed record ParagraphResponse(
    ArticleInfo Article, ParagraphInfo Paragraph, IReadOnlyList<ParagraphInfo> Before, IReadOnlyList<ParagraphInfo> After, bool Exact, UnderstoodQuery? Query);

/// <summary>Completions of what is being typed.</summary>
/// <param name="Suggestions">The most frequent first.</param>
public sealed record SuggestResponse(IReadOnlyList<Suggestion> Suggestions);

/// <summary>A place in a query text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Length">Number of code units.</param>
public sealed record ProblemSpan(int Start, int Length);

/// <summary>Whether the host serves.</summary>
/// <param name="Status">In words.</param>
/// <param name="Articles">Articles in the index.</param>
/// <param name="Paragraphs">Paragraphs in the index.</param>
/// <param name="Generation">The commit being served; 0 before the first.</param>
/// <param name="WriterElsewhere">Whether another process writes to the index.</param>
/// <param name="Indexing">Whether the index is being brought up to date.</param>
/// <param name="IndexingFault">Why that failed when it was last done; null when it did not.</param>
public sealed record HealthResponse(
    string Status, int Articles, int Paragraphs, long Generation, bool WriterElsewhere, bool Indexing, string? IndexingFault);
