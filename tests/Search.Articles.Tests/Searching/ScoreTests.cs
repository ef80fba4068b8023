using Search.Articles.Searching;

namespace Search.Articles.Tests.Searching;

/// <summary>What adds to a score besides the fields: how new an article is, how near words stand, what the best results share.</summary>
public sealed class ScoreTests : IDisposable
{
    private readonly SmallCollection _articles = new(
        new { id = "old", text = "The council spoke about the tunnel and the bridge. The tunnel is to be closed.", published = "2020-01-01" },
        new { id = "new", text = "The council spoke about the tunnel and the bridges. The tunnel must be closed.", published = "2023-06-01" },
        new { id = "none", text = "The council spoke about the tunnel and the bridge, which is closed. The tunnel stays." },
        new { id = "near", text = "Some say that a closed bridge is worse. Nobody spoke about it in the meeting of last week or in that of this week." },
        new { id = "far", text = "Some say it is closed and that this is worse. Nobody spoke in the meeting of last week or in that of this week about the bridge." });

    public void Dispose() => _articles.Dispose();

    [Fact]
    public void New_articles_come_first_only_when_that_is_asked_for()
    {
        var query = new ArticleQuery { Text = "tunnel", Fold = FoldMode.None };
        Assert.Equal(_articles.Find(query), _articles.Find(query with { Ranking = RankingProfile.Default with { RecencyDays = 5 } }));
        Assert.Equal("new", _articles.Find(query with { Ranking = RankingProfile.Default with { Recency = 5 } })[0]);
        float undated = Recency("none");
        Assert.Equal(0, undated);
        Assert.Equal(2, Recency("new"));
        Assert.InRange(Recency("old"), float.Epsilon, 0.1f);

        float Recency(string id) => Parts(query with { Ranking = RankingProfile.Default with { Recency = 2, RecencyDays = 200 } }, id)["recency"];
    }

    [Fact]
    public void Words_near_each_other_come_first_when_that_has_a_weight()
    {
        var query = new ArticleQuery { Text = "closed bridge worse", Ranking = RankingProfile.Default with { Proximity = 2 } };
        Assert.Equal(["near", "far"], _articles.Find(query));
        Assert.True(Parts(query, "near")["proximity"] > Parts(query, "far")["proximity"]);
    }

    [Fact]
    public void Feedback_says_which_words_it_adds_and_finds_nothing_else()
    {
        var query = new ArticleQuery { Text = "tunnel", Fold = FoldMode.None };
        SearchAnswer plain = _articles.Index.Search(query);
        SearchAnswer fed = _articles.Index.Search(query with { Feedback = true });
        QueryNote note = Assert.Single(fed.Query.Notes);
        Assert.Equal("feedback", note.Kind);
        Assert.Contains("council", note.Text, StringComparison.Ordinal);
        Assert.Equal(plain.Total, fed.Total);
        Assert.Empty(plain.Query.Notes);
        Assert.True(Parts(query with { Feedback = true }, "old")["feedback"] > 0);
    }

    [Fact]
    public void The_parts_of_every_score_sum_to_it_to_the_last_bit()
    {
        var ranking = new RankingProfile { Body = 1.3f, Headline = 0.7f, Lead = 0.37f, Names = 0.9f, Places = 0.11f, Recency = 0.77f, Proximity = 0.53f };
        foreach (string text in new[] { "tunnel", "tunnel bridge", "closed OR bridge OR week", "\"the tunnel\" closed", "clos* spoke" })
        {
            SearchAnswer answer = _articles.Index.Search(new ArticleQuery { Text = text, Ranking = ranking, Feedback = true, Explain = true, Fold = FoldMode.None });
            Assert.NotEmpty(answer.Articles);
            foreach (ParagraphHit hit in answer.Articles.SelectMany(article => article.Paragraphs))
            {
                Assert.Equal(hit.Score, hit.Explanation!.Value);
                Assert.Equal(hit.Score, (float)hit.Explanation.Parts.Sum(part => (double)part.Value));
            }
        }
    }

    [Fact]
    public void Sentences_are_counted_that_hold_a_mark()
    {
        Assert.Equal(6, _articles.Index.Search(new ArticleQuery { Text = "tunnel" }).Total.Sentences);
        Assert.Equal(10, _articles.Index.Search(new ArticleQuery { Text = "*" }).Total.Sentences);
        Assert.Equal(2, _articles.Index.Search(new ArticleQuery { Text = "worse" }).Total.Sentences);
        Assert.Equal(4, _articles.Index.Search(new ArticleQuery { Text = "\"spoke about\" OR \"nobody spoke about\"" }).Total.Sentences);
    }

    [Fact]
    public void An_article_that_is_about_the_words_in_all_its_paragraphs_comes_before_one_that_names_them_once()
    {
        using var articles = new SmallCollection(
            new { id = "once", text = "The kiln stands behind the house of the potter.\n\nNobody goes there in winter, when the roads are closed and snow lies high.\n\nIn summer the garden is full of guests." },
            new { id = "about", text = "The kiln stands behind the shop of the potter.\n\nHe heats the kiln twice a week, and the potter sells what comes out of it.\n\nA kiln of that kind lasts for a hundred years." });
        var query = new ArticleQuery { Text = "kiln potter stands" };
        Assert.Equal("about", articles.Find(query)[0]);
        Assert.Equal("once", articles.Find(query with { Ranking = RankingProfile.Default with { Article = 0, OtherParagraphs = 0 } })[0]);
    }

    [Fact]
    public void A_question_finds_what_has_some_of_its_words_and_says_so_without_counting_what_only_joins_them()
    {
        SearchAnswer answer = _articles.Index.Search(new ArticleQuery { Text = "which of the councils has been asked about a new railway tunnel" });
        Assert.Contains("some of them", Assert.Single(answer.Query.Notes).Text, StringComparison.Ordinal);
        Assert.Equal(["new", "none", "old"], answer.Articles.Select(hit => SmallCollection.IdOf(hit.Article)).Concat(answer.Articles.SelectMany(hit => hit.Similar).Select(SmallCollection.IdOf)).Order());
    }

    private Dictionary<string, float> Parts(ArticleQuery query, string id) =>
        _articles.Index.Search(query with { Explain = true }).Articles.Single(hit => SmallCollection.IdOf(hit.Article) == id).Paragraphs[0].Explanation!.Parts.ToDictionary(part => part.Name, part => part.Value);
}
