using Search.Engine.Index;

namespace Search.Articles.Ranking;

/// <summary>The matching paragraphs of one article: a run of <see cref="ParagraphMatches"/>.</summary>
/// <param name="leaf">The segment that holds the article.</param>
/// <param name="first">Index of its first paragraph among all matches.</param>
internal sealed class ArticleMatches(Leaf leaf, int first)
{
    private double _sum;

    public Leaf Leaf { get; } = leaf;

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
    public float Score(float share)
    {
        if (Best <= 0)
            return 0;
        double others = (_sum - Best) / Best;
        return (float)(Best * (1 + share * (others / (1 + others))));
    }
}
