using Search.Articles.Searching;
using Search.Articles.Tests.Indexing;

namespace Search.Articles.Tests.Searching;

/// <summary>What searches of the five samples must find, and what they must not.</summary>
public sealed class SampleSearchTests(SampleIndex samples) : IClassFixture<SampleIndex>
{
    [Theory]
    [InlineData("\"five explosive drones\"", "002 003 004")]
    [InlineData("“five explosive drones”", "002 003 004")]
    [InlineData("\"Farewell of Slavianka\"", "003")]
    [InlineData("Knevichi", "000 001")]
    [InlineData("\"where he viewed\"", "002")]
    [InlineData("Kozhemyako", "002")]
    [InlineData("agreed", "002")]
    [InlineData("photos", "002")]
    [InlineData("\"News outlets\"", "001")]
    [InlineData("explosi*", "002 003 004")]
    [InlineData("explosvie~1", "002 003 004")]
    [InlineData("Slavianca~1", "003")]
    [InlineData("/explosi(ve|on)s?/", "002 003 004")]
    [InlineData("headline:/vis[aeiou]t/", "001 004")]
    [InlineData("headline:vizit~1", "001 004")]
    [InlineData("headline:visit", "001 004")]
    public void A_query_finds_exactly_these_articles(string query, string articles) =>
        Assert.Equal(articles.Split(' '), samples.Articles(query));

    [Theory]
    [InlineData("\"get a summary\"")]
    [InlineData("advertisement")]
    [InlineData("caption")]
    [InlineData("alignnone")]
    [InlineData("\"privacy policy\"")]
    [InlineData("Galevsky")]
    [InlineData("amputation")]
    [InlineData("\"business directory\"")]
    [InlineData("\"in this story\"")]
    public void Page_furniture_is_not_found(string query) => Assert.Empty(samples.Articles(query));

    [Fact]
    public void A_phrase_is_one_mark()
    {
        foreach (Snippet snippet in Snippets(samples.Search("\"five explosive drones\"")))
        {
            MarkRange range = Assert.Single(snippet.Ranges);
            Assert.Equal("five explosive drones", snippet.Text.Substring(range.Start, range.Length), ignoreCase: true);
            Assert.Contains("<mark>five explosive drones</mark>", snippet.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Ranges_give_exactly_the_marked_words_and_their_clause()
    {
        SearchAnswer answer = samples.Search("bulletproof \"hypersonic missile\" vodk*");
        answer = answer.Articles.Count > 0 ? answer : samples.Search("bulletproof OR \"hypersonic missile\" OR vodk*");
        Assert.NotEmpty(answer.Articles);
        foreach (Snippet snippet in Snippets(answer))
        {
            foreach (MarkRange range in snippet.Ranges)
            {
                string marked = snippet.Text.Substring(range.Start, range.Length).ToLowerInvariant();
                string clause = answer.Query.Clauses[range.Clause].Trim('"').TrimEnd('*');
                Assert.StartsWith(clause, marked, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("explosvie~1", "explosive")]
    [InlineData("/explosiv[a-f]/", "explosive")]
    public void Words_that_a_pattern_finds_are_marked_and_no_others(string query, string word)
    {
        Snippet[] snippets = [.. Snippets(samples.Search(query))];
        Assert.NotEmpty(snippets);
        foreach (Snippet snippet in snippets)
        {
            Assert.NotEmpty(snippet.Ranges);
            Assert.All(snippet.Ranges, range => Assert.Equal(word, snippet.Text.Substring(range.Start, range.Length), ignoreCase: true));
        }
    }

    [Fact]
    public void A_name_filters_all_articles_that_have_it_in_any_form()
    {
        SearchAnswer answer = samples.Index.Search(new ArticleQuery { Filters = [new FacetFilter(FacetField.Name, "Sergei Shoigu")] });
        Assert.Equal(5, answer.Total.Articles);
        Assert.All(answer.Articles, hit => Assert.Contains("Sergei Shoigu", hit.Paragraphs[0].Names));
    }

    [Fact]
    public void Headlines_outlets_and_dates_are_those_of_the_texts()
    {
        Dictionary<string, ArticleHeader> headers = samples.Index.List(100).Articles.ToDictionary(article => article.Id[..3]);
        Assert.Null(headers["000"].Headline);
        Assert.Equal("Russia Hosts Kim Jong-un for a Military and Diplomatic Visit", headers["001"].Headline);
        Assert.Null(headers["002"].Headline);
        Assert.Equal("What did Kim Jong Un do in Russia for 6 days?", headers["003"].Headline);
        Assert.Equal("dailyO", headers["003"].Outlet);
        Assert.Equal(new DateTimeOffset(2023, 9, 18, 12, 30, 0, TimeSpan.Zero), headers["003"].Published);
        Assert.False(headers["003"].PublishedHasZone);
        Assert.Equal("North Korea and Russia Solidify Ties: Comprehensive Analysis of Kim Jong Un's Visit", headers["004"].Headline);
        Assert.Equal("AdMyCity", headers["004"].Outlet);
        Assert.Equal(["003"], headers.Where(header => header.Value.Published is not null).Select(header => header.Key));
    }

    [Theory]
    [InlineData("Kim")]
    [InlineData("drones vest")]
    [InlineData("*")]
    public void Snippets_are_the_paragraphs_of_the_search_with_the_same_scores_and_ranges(string query)
    {
        SearchAnswer answer = samples.Search(query);
        var flat = samples.Index.Snippets(new ArticleQuery { Text = query, Limit = 100 });
        Assert.Equal(answer.Total, flat.Total);
        var expected = answer.Articles
            .SelectMany(hit => hit.Paragraphs.Select(paragraph => (hit.Article.Id, paragraph.Key, paragraph.Score, Ranges: Describe(paragraph))))
            .OrderBy(entry => entry.Id, StringComparer.Ordinal).ThenBy(entry => entry.Key, StringComparer.Ordinal);
        var actual = flat.Snippets
            .Select(hit => (hit.Article.Id, hit.Paragraph.Key, hit.Paragraph.Score, Ranges: Describe(hit.Paragraph)))
            .OrderBy(entry => entry.Id, StringComparer.Ordinal).ThenBy(entry => entry.Key, StringComparer.Ordinal);
        Assert.Equal(expected, actual);
        Assert.Equal(flat.Snippets.Select(hit => hit.Paragraph.Score).OrderDescending(), flat.Snippets.Select(hit => hit.Paragraph.Score));
    }

    [Fact]
    public void Pages_follow_one_another_without_gap_or_repeat()
    {
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            SearchAnswer page = samples.Index.Search(new ArticleQuery { Text = "Kim", Limit = 2, Cursor = cursor });
            seen.AddRange(page.Articles.Select(hit => hit.Article.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(samples.Search("Kim").Articles.Select(hit => hit.Article.Id), seen);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("OTk5LjA")]
    public void A_foreign_cursor_is_refused(string cursor) =>
        Assert.Throws<QueryException>(() => samples.Index.Search(new ArticleQuery { Text = "Kim", Cursor = cursor }));

    [Fact]
    public void The_parts_of_an_explanation_sum_to_the_score()
    {
        SearchAnswer answer = samples.Index.Search(new ArticleQuery { Text = "Kim visit Vladivostok", Explain = true });
        foreach (ParagraphHit paragraph in answer.Articles.SelectMany(hit => hit.Paragraphs))
        {
            ScorePart explanation = paragraph.Explanation!;
            Assert.Equal(paragraph.Score, explanation.Value);
            Assert.Equal(["body", "article", "headline", "lead", "names", "places", "proximity"], explanation.Parts.Select(part => part.Name));
            Assert.Equal(paragraph.Score, explanation.Parts.Sum(part => part.Value), 1e-5f);
        }
    }

    [Theory]
    [InlineData(SortOrder.Newest)]
    [InlineData(SortOrder.Oldest)]
    public void An_order_by_date_puts_undated_articles_last(SortOrder order)
    {
        SearchAnswer answer = samples.Index.Search(new ArticleQuery { Text = "Kim", Sort = order });
        Assert.StartsWith("003", answer.Articles[0].Article.Id, StringComparison.Ordinal);
        Assert.All(answer.Articles.Skip(1), hit => Assert.Null(hit.Article.Published));
    }

    [Fact]
    public void Facets_count_articles()
    {
        SearchAnswer answer = samples.Search("*");
        Assert.Equal(5, answer.Facets[(int)FacetField.Name].Values.Single(value => value.Value == "Sergei Shoigu").Count);
        Assert.Equal([new FacetValue("AdMyCity", 1, false, false), new FacetValue("dailyO", 1, false, false)], answer.Facets[(int)FacetField.Outlet].Values);
        Assert.Equal([new FacetValue("2023-09", 1, false, false)], answer.Facets[(int)FacetField.Month].Values);
    }

    [Fact]
    public void Days_limit_the_search_and_leave_undated_articles_out()
    {
        var day = new DateTimeOffset(2023, 9, 18, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, samples.Index.Search(new ArticleQuery { From = day, Until = day.AddDays(1) }).Total.Articles);
        Assert.Equal(0, samples.Index.Search(new ArticleQuery { From = day.AddDays(1) }).Total.Articles);
        Assert.Equal(0, samples.Index.Search(new ArticleQuery { From = day, Until = day }).Total.Articles);
    }

    [Fact]
    public void Words_that_no_paragraph_has_together_are_found_in_articles_that_have_them_and_the_answer_says_so()
    {
        SearchAnswer answer = samples.Search("walrus cosmodrome");
        Assert.Equal(["004"], answer.Articles.Select(hit => hit.Article.Id[..3]));
        Assert.Contains("No paragraph has all the words", Assert.Single(answer.Query.Notes).Text, StringComparison.Ordinal);
        Assert.Empty(samples.Search("\"walrus cosmodrome\"").Articles);
    }

    private static IEnumerable<Snippet> Snippets(SearchAnswer answer) =>
        answer.Articles.SelectMany(hit => hit.Paragraphs).SelectMany(paragraph => paragraph.Snippets);

    private static string Describe(ParagraphHit paragraph) => string.Join(
        ' ', paragraph.Snippets.SelectMany(snippet => snippet.Ranges).Select(range => $"{range.Start}+{range.Length}:{range.Clause}"));
}
