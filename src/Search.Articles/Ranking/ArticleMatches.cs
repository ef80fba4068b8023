namespace Search.Articles.Ranking;

/// <summary>The matching paragraphs of one article: a run of <see cref="ParagraphMatches"/>.</summary>
/// <param name="articleDoc">Index-wide id of the article's own document.</param>
/// <param name="first">Index of its first paragraph among all matches.</param>
internal struct ArticleMatches(int articleDoc, int first)
{
    private double _sum;

    public int ArticleDoc { get; } = articleDoc;

    public int First { get; } = first;

    public int Count { get; private set; }

    /// <summary>Score of its best paragraph.</summary>
    public float Best { get; private set; }

    public void Add(float score)
    {
        Count++;
        _sum += score;
        Best = Math.Max(Best, score);
    }

    /// <summary>What ranks the article: the best paragraph, raised by at most <paramref name="share"/> for the others.</summary>
    public readonly float Score(float share)
    {
        if (Best <= 0)
            return 0;
        double others = (_sum - Best) / Best;
        return (float)(Best * (1 + share * (others / (1 + others))));
    }
}
