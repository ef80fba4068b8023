using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Api;

/// <summary><c>GET /v1/search</c> over the samples.</summary>
[Collection(Samples.Name)]
public sealed class SearchRouteTests(SampleHost samples)
{
    private readonly HttpClient _client = samples.Client;

    [Theory]
    [InlineData("\"five explosive drones\"", "002 003 004")]
    [InlineData("“five explosive drones”", "002 003 004")]
    [InlineData("\"Farewell of Slavianka\"", "003")]
    [InlineData("Knevichi", "000 001")]
    [InlineData("Kozhemyako", "002")]
    [InlineData("\"News outlets\"", "001")]
    [InlineData("advertisement", "")]
    [InlineData("\"in this story\"", "")]
    public async Task A_query_finds_exactly_these_articles(string query, string articles)
    {
        JsonElement answer = await Search($"q={Answers.Query(query)}");
        Assert.Equal(articles, string.Join(' ', answer.Each("articles").Select(article => article.String("id")[..3]).Order(StringComparer.Ordinal)));
        Assert.Equal(answer.Each("articles").Count(), answer.GetProperty("total").GetProperty("articles").GetInt32());
        Assert.True(answer.GetProperty("total").GetProperty("isExact").GetBoolean());
    }

    [Theory]
    [InlineData("\"five explosive drones\"", "five explosive drones")]
    [InlineData("\"where he viewed\"", "where he viewed")]
    [InlineData("walrus OR \"railway station\" OR vodk*", "walrus|railway station|vodka")]
    public async Task Ranges_applied_to_the_text_give_exactly_the_marked_words(string query, string words)
    {
        JsonElement answer = await Search($"q={Answers.Query(query)}");
        string[] clauses = answer.GetProperty("query").GetProperty("clauses").Strings();
        JsonElement[] snippets = [.. answer.Each("articles").Each("paragraphs").Each("snippets")];
        Assert.NotEmpty(snippets);
        var marked = new SortedSet<string>(StringComparer.Ordinal);
        foreach (JsonElement snippet in snippets)
        {
            string text = snippet.String("text");
            Assert.NotEmpty(snippet.Each("ranges"));
            string html = text;
            foreach (JsonElement range in snippet.Each("ranges").Reverse())
            {
                int start = range.GetProperty("start").GetInt32();
                string word = text.Substring(start, range.GetProperty("length").GetInt32());
                Assert.StartsWith(clauses[range.GetProperty("clause").GetInt32()].Trim('"').TrimEnd('*'), word, StringComparison.OrdinalIgnoreCase);
                marked.Add(word.ToLowerInvariant());
                html = html.Remove(start, word.Length).Insert(start, $"<mark>{word}</mark>");
            }
            Assert.Equal(html, System.Net.WebUtility.HtmlDecode(snippet.String("html")));
        }
        Assert.Equal(words.Split('|').Order(StringComparer.Ordinal), marked);
    }

    [Fact]
    public async Task A_name_alone_gives_all_five_articles()
    {
        JsonElement answer = await Search("q=&name=Sergei+Shoigu");
        Assert.Equal(5, answer.Each("articles").Count());
        Assert.All(answer.Each("articles").Each("paragraphs"), paragraph => Assert.Contains("Sergei Shoigu", paragraph.GetProperty("names").Strings()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=")]
    [InlineData("q=*")]
    [InlineData("q=*&mode=strict")]
    [InlineData("q=&mode=strict")]
    public async Task No_query_means_every_paragraph(string parameters)
    {
        JsonElement answer = await Search(parameters);
        JsonElement health = await _client.GetJsonAsync("/healthz/ready");
        Assert.Equal(health.GetProperty("paragraphs").GetInt32(), answer.GetProperty("total").GetProperty("paragraphs").GetInt32());
        Assert.Equal(health.GetProperty("generation").GetInt64(), answer.GetProperty("generation").GetInt64());
        Assert.Equal(5, answer.Each("articles").Count());
        Assert.Equal("*", answer.GetProperty("query").String("understood"));
    }

    [Theory]
    [InlineData("outlet=dailyO", "003")]
    [InlineData("outlet=dailyO&outlet=AdMyCity", "003 004")]
    [InlineData("outlet=nobody", "")]
    [InlineData("from=2023-09-18", "003")]
    [InlineData("from=2023-09-18&to=2023-09-18", "003")]
    [InlineData("from=2023-09-18T12:31:00Z", "")]
    [InlineData("to=2023-09-18T12:30:00Z", "")]
    [InlineData("to=2023-09-18T12:30:01Z", "003")]
    [InlineData("from=2023-09-19", "")]
    [InlineData("to=2023-09-17", "")]
    [InlineData("from=2023-01-01&to=9999-12-31", "003")]
    [InlineData("from=0001-01-01", "003")]
    public async Task Filters_limit_the_articles(string filters, string articles) =>
        Assert.Equal(articles, string.Join(' ', (await Search(filters)).Each("articles").Select(article => article.String("id")[..3]).Order(StringComparer.Ordinal)));

    [Fact]
    public async Task All_of_the_names_and_places_must_be_in_the_paragraph()
    {
        JsonElement answer = await Search("name=Sergei+Shoigu&name=Kim+Jong+Un&place=Vladivostok");
        Assert.NotEmpty(answer.Each("articles"));
        foreach (JsonElement paragraph in answer.Each("articles").Each("paragraphs"))
        {
            Assert.Superset(new HashSet<string> { "Sergei Shoigu", "Kim Jong Un" }, paragraph.GetProperty("names").Strings().ToHashSet());
            Assert.Contains("Vladivostok", paragraph.GetProperty("places").Strings());
        }
    }

    [Fact]
    public async Task A_facet_counts_the_articles_that_its_filter_gives()
    {
        JsonElement[] groups = [.. (await Search("q=visit")).Each("facets")];
        Assert.Equal(["outlet", "author", "name", "place", "month"], groups.Select(group => group.String("field")));
        foreach (JsonElement group in groups)
        {
            foreach (JsonElement value in group.Each("values").Take(3))
            {
                JsonElement filtered = await Search($"q=visit&{group.String("field")}={Answers.Query(value.String("value"))}");
                Assert.Equal(filtered.GetProperty("total").GetProperty("articles").GetInt32(), value.GetProperty("count").GetInt32());
                Assert.True(filtered.Each("facets").Single(other => other.String("field") == group.String("field")).Each("values")
                    .Single(other => other.String("value") == value.String("value")).GetProperty("isSelected").GetBoolean());
            }
        }
        Assert.Equal("2023-09", groups[^1].Each("values").Single().String("value"));
    }

    [Theory]
    [InlineData("outlet", "dailyO")]
    [InlineData("name", "Sergei Shoigu")]
    [InlineData("place", "Vladivostok")]
    [InlineData("month", "2023-09")]
    public async Task What_is_excluded_and_what_is_chosen_are_together_all(string field, string value)
    {
        string v = Answers.Query(value);
        int all = Paragraphs(await Search("q=Kim"));
        int with = Paragraphs(await Search($"q=Kim&{field}={v}"));
        int without = Paragraphs(await Search($"q=Kim&not-{field}={v}"));
        Assert.True(with > 0 && without > 0);
        Assert.Equal(all, with + without);

        static int Paragraphs(JsonElement answer) => answer.GetProperty("total").GetProperty("paragraphs").GetInt32();
    }

    [Fact]
    public async Task Context_snippets_and_paragraphs_of_an_article_are_as_many_as_asked_for()
    {
        JsonElement article = (await Search("q=Kim&context=1&snippets=1&per-article=1")).Each("articles").First();
        JsonElement paragraph = Assert.Single(article.Each("paragraphs"));
        Assert.Single(paragraph.Each("snippets"));
        int ordinal = paragraph.GetProperty("ordinal").GetInt32();
        Assert.Equal(ordinal > 0 ? [ordinal - 1] : [], paragraph.Each("before").Select(item => item.GetProperty("ordinal").GetInt32()));
        Assert.Equal([ordinal + 1], paragraph.Each("after").Select(item => item.GetProperty("ordinal").GetInt32()));
    }

    [Fact]
    public async Task Cursors_lead_through_all_articles_without_gap_or_repeat()
    {
        var ids = new List<string>();
        string? cursor = "";
        while (cursor is not null)
        {
            JsonElement page = await Search($"q=Kim&limit=2&cursor={cursor}");
            Assert.InRange(page.Each("articles").Count(), 1, 2);
            ids.AddRange(page.Each("articles").Select(article => article.String("id")));
            cursor = page.GetProperty("next").GetString();
        }
        Assert.Equal((await Search("q=Kim")).Each("articles").Select(article => article.String("id")), ids);
    }

    [Fact]
    public async Task Articles_and_their_paragraphs_come_best_first()
    {
        JsonElement answer = await Search("q=Kim+visit");
        AssertDescending(answer.Each("articles"));
        foreach (JsonElement article in answer.Each("articles"))
        {
            AssertDescending(article.Each("paragraphs"));
            Assert.True(article.GetProperty("score").GetSingle() >= article.Each("paragraphs").First().GetProperty("score").GetSingle());
        }
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    [InlineData("NEWEST")]
    public async Task Dated_articles_come_first_in_an_order_by_date(string order)
    {
        JsonElement[] articles = [.. (await Search($"q=Kim&sort={order}")).Each("articles")];
        Assert.Equal(5, articles.Length);
        Assert.Equal("2023-09-18T12:30:00+00:00", articles[0].String("published"));
        Assert.All(articles[1..], article => Assert.Equal(JsonValueKind.Null, article.GetProperty("published").ValueKind));
    }

    [Fact]
    public async Task Links_lead_to_the_pages_and_carry_the_query()
    {
        JsonElement article = (await Search("q=%22Farewell+of+Slavianka%22")).Each("articles").Single();
        JsonElement paragraph = article.Each("paragraphs").Single();
        Assert.Equal($"/a/{article.String("id")}?q=%22Farewell%20of%20Slavianka%22", article.String("link"));
        Assert.Equal($"/a/{article.String("id")}/{paragraph.String("key")}?q=%22Farewell%20of%20Slavianka%22", paragraph.String("link"));
        Assert.Single((await _client.GetPageAsync(paragraph.String("link"))).QuerySelectorAll(".target mark"));
    }

    [Fact]
    public async Task Lenient_mode_repairs_and_says_how()
    {
        JsonElement query = (await Search("q=%22five+explosive+drones")).GetProperty("query");
        Assert.Equal("\"five explosive drones", query.String("text"));
        Assert.Equal("\"five explosive drones\"", query.String("understood"));
        Assert.All(query.Each("notes"), note => Assert.NotEmpty(note.String("text")));
        Assert.NotEmpty(query.Each("notes"));
    }

    [Fact]
    public async Task What_is_understood_can_be_asked_again_and_finds_the_same()
    {
        foreach (string query in new[] { "Kim visit -vodka", "headline:visit", "\"railway station\"~2 OR drone*", "(walrus OR train)^2 Kim", "drones vest" })
        {
            JsonElement first = await Search($"q={Answers.Query(query)}");
            JsonElement second = await Search($"mode=strict&q={Answers.Query(first.GetProperty("query").String("understood"))}");
            Assert.NotEqual(0, first.GetProperty("total").GetProperty("paragraphs").GetInt32());
            Assert.Equal(first.GetProperty("total").GetRawText(), second.GetProperty("total").GetRawText());
            Assert.Equal(first.GetProperty("articles").GetRawText(), Unlinked(second, first));
        }

        // Links repeat the query as it was typed.
        static string Unlinked(JsonElement answer, JsonElement model) => answer.GetProperty("articles").GetRawText().Replace(
            $"?q={Answers.Query(answer.GetProperty("query").String("text"))}\"", $"?q={Answers.Query(model.GetProperty("query").String("text"))}\"", StringComparison.Ordinal);
    }

    private static void AssertDescending(IEnumerable<JsonElement> items)
    {
        float[] scores = [.. items.Select(item => item.GetProperty("score").GetSingle())];
        Assert.Equal(scores.OrderDescending(), scores);
    }

    private Task<JsonElement> Search(string parameters) => _client.GetJsonAsync($"/v1/search?{parameters}");
}
