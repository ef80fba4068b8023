namespace Search.Articles.Ranking;

/// <summary>The order of results: what comes first is less.</summary>
/// <param name="isReversed">Whether what comes last is less.</param>
internal sealed class RankOrder(bool isReversed) : IComparer<RankKey>
{
    public static RankOrder FirstToLast { get; } = new(isReversed: false);

    public static RankOrder LastToFirst { get; } = new(isReversed: true);

    public int Compare(RankKey x, RankKey y) => isReversed ? Places(y, x) : Places(x, y);

    private static int Places(in RankKey one, in RankKey other)
    {
        int order = one.Group.CompareTo(other.Group);
        if (order == 0)
            order = one.Date.CompareTo(other.Date);
        if (order == 0)
            order = other.Score.CompareTo(one.Score);
        return order != 0 ? order : one.Index.CompareTo(other.Index);
    }
}
