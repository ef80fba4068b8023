using Search.Articles.Ranking;

namespace Search.Articles.Results;

/// <summary>An article in its place among the results.</summary>
/// <param name="Article">Its matching paragraphs.</param>
/// <param name="Score">What ranks it.</param>
/// <param name="Similar">Nearly identical articles that it stands for.</param>
internal sealed record RankedArticle(ArticleMatches Article, float Score, IReadOnlyList<ArticleBlock> Similar);
