namespace Search.Articles.Searching;

/// <summary>What somebody can do whose query matches nothing.</summary>
/// <param name="Words">Each part of the query by itself, in order; also those with 0 paragraphs.</param>
/// <param name="Wider">Wider queries that match something, the nearest first.</param>
/// <param name="LongestPart">The longest run of the text's words that stands somewhere, in quotes; null when no two words do.</param>
/// <param name="Spelling">The query with words that the collection has in the place of words that it does not have. Quoted words are left alone.</param>
public sealed record NoHitsAdvice(
    IReadOnlyList<AdvisedQuery> Words, IReadOnlyList<AdvisedQuery> Wider, AdvisedQuery? LongestPart, IReadOnlyList<AdvisedQuery> Spelling);

/// <summary>A query to try.</summary>
/// <param name="Text">The query; it can be typed.</param>
/// <param name="Label">What it is, to be shown.</param>
/// <param name="Paragraphs">Paragraphs that it matches, with the filters of the search unless <paramref name="WithoutFilters"/>.</param>
/// <param name="WithoutFilters">Whether the filters and days of the search are to be taken off as well.</param>
public sealed record AdvisedQuery(string Text, string Label, long Paragraphs, bool WithoutFilters = false);
