using Search.Articles.Searching;

namespace Search.Articles.Tests.Searching;

/// <summary>Texts of several words that are typed as they are: questions, headlines, sentences.</summary>
public sealed class QuestionTests : IDisposable
{
    private readonly SmallCollection _articles = new(
        new { id = "all", headline = "Old iron", text = "Heavy rain closed the mountain railway tunnel for three days.", outlet = "Herald" },
        new { id = "most", headline = "'No way through' on the pass", text = "The mountain railway stays closed until the summer.", outlet = "Herald" },
        new { id = "one", headline = "Village", text = "A new railway museum was opened by the mayor.", outlet = "Tribune" },
        new { id = "none", headline = "Sea", text = "The harbour is full of boats.", outlet = "Tribune" });

    public void Dispose() => _articles.Dispose();

    [Fact]
    public void Many_words_are_read_as_a_question_that_says_so_and_what_has_them_all_comes_first()
    {
        SearchAnswer answer = Search("Why was the mountain railway tunnel closed by heavy rain?");
        Assert.Equal(["all", "most", "one"], Ids(answer));
        Assert.Equal("question", Assert.Single(answer.Query.Notes, note => note.Kind != "repair").Kind);
        Assert.Equal(["tunnel", "heavy", "rain"], answer.Articles[1].Paragraphs[0].Missing);
        Assert.DoesNotContain("the", answer.Query.Clauses);
        Assert.Equal(answer.Total.Paragraphs, answer.Articles.Sum(hit => hit.Paragraphs.Count + hit.MoreParagraphs));
    }

    [Theory]
    [InlineData("mountain AND railway AND tunnel AND closed AND heavy AND rain AND summer")]
    [InlineData("+mountain +railway +tunnel +closed +heavy +rain +summer")]
    [InlineData("why was the mountain railway tunnel closed \"by heavy rain\"")]
    public void Operators_and_quotes_among_many_words_are_kept(string text) => Assert.Empty(Search(text).Articles);

    [Fact]
    public void A_strict_query_requires_all_words_however_many_they_are()
    {
        SearchAnswer answer = _articles.Index.Search(new ArticleQuery { Text = "heavy rain closed the mountain railway tunnel", Mode = QueryMode.Strict });
        Assert.Equal(["all"], Ids(answer));
        Assert.Empty(answer.Query.Notes);
    }

    [Fact]
    public void Few_results_of_four_words_lead_and_what_has_some_of_the_words_follows_with_a_label()
    {
        SearchAnswer answer = Search("closed mountain railway tunnel");
        Assert.Equal(["all", "most", "one"], Ids(answer));
        Assert.Contains("1 paragraph has all the words", Assert.Single(answer.Query.Notes).Text, StringComparison.Ordinal);
        Assert.Empty(answer.Articles[0].Paragraphs[0].Missing);
        Assert.Equal(["tunnel"], answer.Articles[1].Paragraphs[0].Missing);
        Assert.Equal(["closed", "mountain", "tunnel"], answer.Articles[2].Paragraphs[0].Missing);
        Assert.Equal(3, answer.Total.Articles);
        Assert.Equal("all", Ids(_articles.Index.Search(new ArticleQuery { Text = "closed mountain railway tunnel", Sort = SortOrder.Oldest }))[0]);
    }

    [Fact]
    public void Three_words_are_all_required() => Assert.Equal(["all"], _articles.Find("mountain railway tunnel"));

    [Fact]
    public void What_follows_is_counted_once_where_values_are_chosen()
    {
        var query = new ArticleQuery { Text = "closed mountain railway tunnel", Filters = [new FacetFilter(FacetField.Outlet, "Herald")] };
        FacetGroup outlets = _articles.Index.Search(query).Facets.Single(group => group.Field == FacetField.Outlet);
        Assert.Equal([("Herald", 2), ("Tribune", 1)], outlets.Values.Select(value => (value.Value, value.Count)));
    }

    [Fact]
    public void Quotes_that_no_paragraph_has_are_looked_for_in_headlines()
    {
        SearchAnswer answer = Search("\"no way through\"");
        Assert.Equal(["most"], Ids(answer));
        Assert.Contains("in the headline", Assert.Single(answer.Query.Notes).Text, StringComparison.Ordinal);
        Assert.Equal(["most"], _articles.Find("'no way through' railway"));
        Assert.Empty(_articles.Find("\"way no through\" railway"));
    }

    [Fact]
    public void A_quote_that_was_never_closed_may_be_left_out_when_nothing_has_its_wording()
    {
        Assert.Equal(["all"], _articles.Find("\"mountain railway tunnel"));
        SearchAnswer answer = Search("\"tunnel of the mountain");
        Assert.Equal(["all", "most"], Ids(answer));
        Assert.Contains("never closed", answer.Query.Notes[^1].Text, StringComparison.Ordinal);
        Assert.Empty(Search("\"tunnel of the mountain\"").Articles);
    }

    [Fact]
    public void In_a_whole_article_the_words_of_a_question_are_marked_that_tell_something()
    {
        ArticleView view = _articles.Index.GetArticle(SmallCollection.IdOf("most"), "why was the mountain railway tunnel closed by heavy rain")!;
        Assert.Equal(["mountain", "railway", "closed"], view.Paragraphs[0].Text.Ranges.Select(range => view.Paragraphs[0].Text.Text.Substring(range.Start, range.Length)));
    }

    private SearchAnswer Search(string text) => _articles.Index.Search(new ArticleQuery { Text = text });

    private static string[] Ids(SearchAnswer answer) => [.. answer.Articles.Select(hit => SmallCollection.IdOf(hit.Article))];
}
