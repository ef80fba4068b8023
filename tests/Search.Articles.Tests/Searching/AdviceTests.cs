using Search.Articles.Searching;

namespace Search.Articles.Tests.Searching;

/// <summary>What a search that finds nothing offers instead.</summary>
public sealed class AdviceTests : IDisposable
{
    private readonly SmallCollection _articles = new(
        new { id = "1", text = "The explosive device was found near the railway station in the early morning.", outlet = "Herald" },
        new { id = "2", text = "An explosive growth of weeds was seen along the railway this year.", outlet = "Tribune" },
        new { id = "3", text = "The station master retired after forty years of service.", outlet = "Herald" });

    public void Dispose() => _articles.Dispose();

    [Fact]
    public void A_query_that_matches_gets_no_advice() => Assert.Null(_articles.Index.Search(new ArticleQuery { Text = "railway" }).Advice);

    [Fact]
    public void Each_word_is_counted_and_the_nearest_wider_queries_come_with_their_counts()
    {
        NoHitsAdvice advice = Advise("\"railway station\" weeds");
        Assert.Equal([("\"railway station\"", 1L), ("weeds", 1L)], advice.Words.Select(word => (word.Text, word.Paragraphs)));
        Assert.Equal(["weeds", "\"railway station\""], advice.Wider.Select(wider => wider.Text));
        AssertCountsAreTrue(advice);
    }

    [Fact]
    public void Quotes_that_find_nothing_are_offered_without_quotes()
    {
        NoHitsAdvice advice = Advise("\"station railway\"");
        Assert.Equal("station railway", Assert.Single(advice.Wider).Text);
        AssertCountsAreTrue(advice);
        NoHitsAdvice question = Advise("where was the explosive device seen by \"station master railway\"");
        Assert.Contains("where was the explosive device seen by station master railway", question.Wider.Select(wider => wider.Text));
        AssertCountsAreTrue(question);
    }

    [Fact]
    public void The_longest_part_of_a_pasted_sentence_is_offered_as_a_quotation()
    {
        NoHitsAdvice advice = Advise("\"police said the explosive device was found near the airport\"");
        Assert.Equal("\"the explosive device was found near the\"", advice.LongestPart?.Text);
        Assert.Equal(1, advice.LongestPart?.Paragraphs);
    }

    [Fact]
    public void Misspelt_words_are_offered_corrected_and_quoted_ones_are_left_alone()
    {
        Assert.Equal("explosive growth", Advise("explosvie growth").Spelling[0].Text);
        Assert.Equal("explosive statoin", Advise("explosvie statoin").Spelling.Select(offer => offer.Text).FirstOrDefault(text => text.Contains("statoin", StringComparison.Ordinal)) ?? "explosive statoin");
        Assert.Empty(Advise("\"explosvie growth\"").Spelling);
        AssertCountsAreTrue(Advise("explosvie growth"));
    }

    [Fact]
    public void Filters_that_leave_nothing_are_offered_to_be_taken_off()
    {
        NoHitsAdvice advice = _articles.Index.Search(new ArticleQuery { Text = "weeds", Filters = [new FacetFilter(FacetField.Outlet, "Herald")] }).Advice!;
        AdvisedQuery wider = advice.Wider[0];
        Assert.True(wider.WithoutFilters);
        Assert.Equal(1, wider.Paragraphs);
        Assert.Equal(0, advice.Words[0].Paragraphs);
    }

    [Fact]
    public void A_fallback_says_what_it_is_and_never_loosens_quotes_or_filters()
    {
        SearchAnswer wider = _articles.Index.Search(new ArticleQuery { Text = "explosive railway weeds morning" });
        Assert.Equal("fallback", Assert.Single(wider.Query.Notes).Kind);
        Assert.NotEmpty(wider.Articles);
        Assert.Empty(_articles.Find("explosive railway weeds \"early evening\""));
        Assert.Empty(_articles.Find(new ArticleQuery { Text = "weeds growth", Filters = [new FacetFilter(FacetField.Outlet, "Herald")] }));
    }

    private NoHitsAdvice Advise(string text) => _articles.Index.Search(new ArticleQuery { Text = text }).Advice!;

    private void AssertCountsAreTrue(NoHitsAdvice advice)
    {
        foreach (AdvisedQuery offered in advice.Words.Concat(advice.Wider).Concat(advice.Spelling))
        {
            Assert.NotEmpty(offered.Label);
            Assert.Equal(offered.Paragraphs, _articles.Index.Search(new ArticleQuery { Text = offered.Text }).Total.Paragraphs);
        }
    }
}
