namespace Search.Articles.Ranking;

/// <summary>A place in an order of results; <see cref="RankOrder"/> compares.</summary>
/// <param name="Group">What belongs together: less is first; 0 where all do.</param>
/// <param name="Date">Then by date: less is first; 0 where dates do not matter.</param>
/// <param name="Score">Then by score: more is first.</param>
/// <param name="Index">Then in index order.</param>
internal readonly record struct RankKey(int Group, long Date, float Score, int Index);
