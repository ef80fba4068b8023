using Search.Articles.Searching;

namespace Search.Articles.Ranking;

/// <summary>What a score depends on besides query and paragraph.</summary>
/// <param name="Profile">Weights.</param>
/// <param name="NewestSecond">The moment, in seconds since 1970, from which age is counted; null when no article is dated.</param>
/// <param name="Feedback">Words of the best results that add to the score; null for none.</param>
internal sealed record RankingContext(RankingProfile Profile, long? NewestSecond, FeedbackWords? Feedback = null);
