using Search.Articles.Searching;

namespace Search.Articles.Tests.Searching;

/// <summary>Nearly identical articles are shown once, and counted each.</summary>
public sealed class FoldingTests : IDisposable
{
    private const string Story = "The ferry company said on Monday that it would buy two new ships for the northern route, which carries more than a million "
        + "passengers each year. The first ship is to sail in May, the second in autumn, and both will run on batteries in the harbour. "
        + "Unions welcomed the order, but warned that crews must not be cut when the old ships are sold to a company in the south.";

    private const string Other = "A ferry ran aground near the lighthouse on Friday night with forty people on board. Nobody was hurt, the coast guard said, and the "
        + "ship was pulled free at high tide in the morning. An inquiry will look at charts, at the weather and at the radio log of the crew.";

    private readonly SmallCollection _articles = new(
        new { id = "late", text = Story, published = "2023-05-03" },
        new { id = "other", text = Other, published = "2023-05-01" },
        new { id = "long", text = Story + "\n\nThe company is owned by the city and the islands.", published = "2023-05-02" },
        new { id = "early", text = Story.Replace("Monday", "Sunday", StringComparison.Ordinal), published = "2023-05-01" });

    public void Dispose() => _articles.Dispose();

    [Fact]
    public void The_first_published_stands_for_the_others_and_names_them()
    {
        SearchAnswer answer = Search(FoldMode.First);
        Assert.Equal(["early", "other"], answer.Articles.Select(hit => SmallCollection.IdOf(hit.Article)).Order());
        ArticleHit shown = answer.Articles.Single(hit => SmallCollection.IdOf(hit.Article) == "early");
        Assert.Equal(["late", "long"], shown.Similar.Select(SmallCollection.IdOf).Order());
        Assert.Empty(answer.Articles.Single(hit => SmallCollection.IdOf(hit.Article) == "other").Similar);
    }

    [Fact]
    public void The_longest_stands_for_the_others_when_that_is_asked_for() =>
        Assert.Equal(["long", "other"], Search(FoldMode.Longest).Articles.Select(hit => SmallCollection.IdOf(hit.Article)).Order());

    [Fact]
    public void Numbers_are_the_same_however_articles_fold()
    {
        SearchAnswer each = Search(FoldMode.None);
        Assert.Equal(4, each.Articles.Count);
        Assert.All(each.Articles, hit => Assert.Empty(hit.Similar));
        Assert.Equal(each.Total, Search(FoldMode.First).Total);
        Assert.Equal(4, Search(FoldMode.First).Total.Articles);
    }

    [Fact]
    public void Only_what_matches_stands_for_another()
    {
        SearchAnswer answer = _articles.Index.Search(new ArticleQuery { Text = "ferry Monday" });
        Assert.Equal("long", SmallCollection.IdOf(Assert.Single(answer.Articles).Article));
        Assert.Equal("late", SmallCollection.IdOf(Assert.Single(answer.Articles[0].Similar)));
    }

    [Fact]
    public void Pages_of_folded_results_neither_repeat_nor_lose_an_article()
    {
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            SearchAnswer page = _articles.Index.Search(new ArticleQuery { Text = "ferry", Limit = 1, Cursor = cursor });
            seen.AddRange(page.Articles.Select(hit => SmallCollection.IdOf(hit.Article)));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(Search(FoldMode.First).Articles.Select(hit => SmallCollection.IdOf(hit.Article)), seen);
    }

    private SearchAnswer Search(FoldMode fold) => _articles.Index.Search(new ArticleQuery { Text = "ferry", Fold = fold });
}
