using System.Net;
using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Api;

/// <summary><c>GET /v1/articles</c> and below, over the samples.</summary>
[Collection(Samples.Name)]
public sealed class ArticlesRouteTests(SampleHost samples)
{
    private readonly HttpClient _client = samples.Client;
    private readonly string _id = SampleHost.IdOf("003");

    [Fact]
    public async Task The_list_holds_all_articles_in_order_of_their_ids()
    {
        JsonElement list = await _client.GetJsonAsync("/v1/articles");
        Assert.Equal(5, list.GetProperty("total").GetInt32());
        Assert.Equal(
            Directory.EnumerateFiles(RepositoryPaths.Seeds).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            list.Each("articles").Select(article => article.String("path")));
        Assert.Equal(JsonValueKind.Null, list.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Pages_of_the_list_follow_one_another()
    {
        var ids = new List<string>();
        string? cursor = "";
        while (cursor is not null)
        {
            JsonElement page = await _client.GetJsonAsync($"/v1/articles?limit=2{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            ids.AddRange(page.Each("articles").Select(article => article.String("id")));
            cursor = page.GetProperty("next").GetString();
        }
        Assert.Equal((await _client.GetJsonAsync("/v1/articles")).Each("articles").Select(article => article.String("id")), ids);
    }

    [Fact]
    public async Task An_article_has_its_header_and_all_paragraphs_in_order()
    {
        JsonElement view = await _client.GetJsonAsync($"/v1/articles/{_id}");
        JsonElement article = view.GetProperty("article");
        Assert.Equal("What did Kim Jong Un do in Russia for 6 days?", article.String("headline"));
        Assert.Equal("dailyO", article.String("outlet"));
        Assert.Equal("2023-09-18T12:30:00+00:00", article.String("published"));
        Assert.Equal(article.GetProperty("paragraphCount").GetInt32(), view.Each("paragraphs").Count());
        Assert.Equal(Enumerable.Range(0, view.Each("paragraphs").Count()), view.Each("paragraphs").Select(paragraph => paragraph.GetProperty("ordinal").GetInt32()));
        Assert.Equal(view.Each("paragraphs").Count(), view.Each("paragraphs").Select(paragraph => paragraph.String("key")).Distinct().Count());
        Assert.All(view.Each("paragraphs"), paragraph => Assert.Empty(paragraph.Each("ranges")));
        Assert.Equal(JsonValueKind.Null, view.GetProperty("query").ValueKind);
    }

    [Fact]
    public async Task Marks_of_a_query_are_those_that_the_search_gives()
    {
        JsonElement view = await _client.GetJsonAsync($"/v1/articles/{_id}?q=%22five+explosive+drones%22");
        JsonElement marked = view.Each("paragraphs").Single(paragraph => paragraph.Each("ranges").Any());
        JsonElement range = marked.Each("ranges").Single();
        Assert.Equal("five explosive drones", marked.String("text").Substring(range.GetProperty("start").GetInt32(), range.GetProperty("length").GetInt32()));
        Assert.Contains("<mark>five explosive drones</mark>", marked.String("html"), StringComparison.Ordinal);
        Assert.Equal("\"five explosive drones\"", view.GetProperty("query").String("understood"));
        JsonElement hit = (await _client.GetJsonAsync("/v1/search?q=%22five+explosive+drones%22&outlet=dailyO")).Each("articles").Each("paragraphs").Single();
        Assert.Equal(hit.String("key"), marked.String("key"));
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 2, 0, 2)]
    [InlineData(3, 2, 2, 2)]
    [InlineData(1, 20, 1, 20)]
    public async Task A_paragraph_comes_with_its_neighbours(int ordinal, int context, int before, int after)
    {
        JsonElement[] all = [.. (await _client.GetJsonAsync($"/v1/articles/{_id}")).Each("paragraphs")];
        JsonElement view = await _client.GetJsonAsync($"/v1/articles/{_id}/paragraphs/{all[ordinal].String("key")}?context={context}");
        Assert.True(view.GetProperty("exact").GetBoolean());
        Assert.Equal(all[ordinal].GetRawText(), view.GetProperty("paragraph").GetRawText());
        Assert.Equal(all[(ordinal - before)..ordinal].Select(item => item.GetRawText()), view.Each("before").Select(item => item.GetRawText()));
        Assert.Equal(all[(ordinal + 1)..(ordinal + 1 + after)].Select(item => item.GetRawText()), view.Each("after").Select(item => item.GetRawText()));
    }

    [Fact]
    public async Task The_selector_of_a_paragraph_is_its_text_between_the_ends_of_its_neighbours()
    {
        JsonElement[] all = [.. (await _client.GetJsonAsync($"/v1/articles/{_id}")).Each("paragraphs")];
        for (var i = 0; i < all.Length; i++)
        {
            JsonElement selector = all[i].GetProperty("selector");
            Assert.Equal(("TextQuoteSelector", all[i].String("text")), (selector.String("type"), selector.String("exact")));
            Assert.EndsWith(selector.String("prefix"), i > 0 ? all[i - 1].String("text") : "", StringComparison.Ordinal);
            Assert.StartsWith(selector.String("suffix"), i + 1 < all.Length ? all[i + 1].String("text") : "", StringComparison.Ordinal);
            Assert.Equal(i > 0, selector.String("prefix").Length > 0);
            Assert.Equal(i + 1 < all.Length, selector.String("suffix").Length > 0);
        }
    }

    [Fact]
    public async Task A_paragraph_is_marked_for_a_query()
    {
        JsonElement hit = (await _client.GetJsonAsync("/v1/search?q=%22Farewell+of+Slavianka%22")).Each("articles").Each("paragraphs").Single();
        JsonElement view = await _client.GetJsonAsync($"/v1/articles/{_id}/paragraphs/{hit.String("key")}?q=%22Farewell+of+Slavianka%22&context=1");
        Assert.Single(view.GetProperty("paragraph").Each("ranges"));
        Assert.NotEqual(JsonValueKind.Null, view.GetProperty("query").ValueKind);
    }

    [Fact]
    public async Task A_key_that_is_not_there_gives_the_closest_paragraph_and_says_so()
    {
        string key = (await _client.GetJsonAsync($"/v1/articles/{_id}")).Each("paragraphs").ElementAt(7).String("key");
        string changed = key[..^2] + (key[^2] == '0' ? '1' : '0') + key[^1];
        JsonElement view = await _client.GetJsonAsync($"/v1/articles/{_id}/paragraphs/{changed}");
        Assert.False(view.GetProperty("exact").GetBoolean());
        Assert.Equal(key, view.GetProperty("paragraph").String("key"));
    }

    [Theory]
    [InlineData("/v1/articles/none")]
    [InlineData("/v1/articles/none/paragraphs/x")]
    public async Task An_article_that_is_not_there_is_a_problem_that_names_it(string address) =>
        Assert.Contains("\"none\"", (await _client.GetProblemAsync(address, HttpStatusCode.NotFound)).String("detail"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/v1")]
    [InlineData("/v1/nothing")]
    [InlineData("/healthz")]
    public async Task An_address_that_leads_nowhere_is_a_problem(string address) => await _client.GetProblemAsync(address, HttpStatusCode.NotFound);

    [Fact]
    public async Task Other_methods_are_refused()
    {
        using HttpResponseMessage response = await _client.PostAsync(new Uri("/v1/search", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}
