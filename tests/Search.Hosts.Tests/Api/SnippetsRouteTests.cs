using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Api;

/// <summary><c>GET /v1/snippets</c>: the same paragraphs as <c>/v1/search</c>, flat.</summary>
[Collection(Samples.Name)]
public sealed class SnippetsRouteTests(SampleHost samples)
{
    private static readonly string[] Shared = ["key", "ordinal", "link", "score", "names", "places", "snippets", "explanation"];

    [Theory]
    [InlineData("q=Kim")]
    [InlineData("q=%22five+explosive+drones%22&explain=true")]
    [InlineData("q=&name=Sergei+Shoigu")]
    [InlineData("q=walrus+cosmodrome")]
    [InlineData("q=visit&place=Vladivostok&boost=places:3")]
    [InlineData("q=Kim&outlet=dailyO&sort=newest")]
    public async Task Paragraphs_scores_and_ranges_are_those_of_the_search(string parameters)
    {
        JsonElement search = await samples.Client.GetJsonAsync($"/v1/search?limit=100&{parameters}");
        JsonElement snippets = await samples.Client.GetJsonAsync($"/v1/snippets?limit=100&{parameters}");
        foreach (string name in new[] { "query", "total", "generation" })
            Assert.Equal(search.GetProperty(name).GetRawText(), snippets.GetProperty(name).GetRawText());

        IEnumerable<string> expected = search.Each("articles").SelectMany(article => article.Each("paragraphs").Select(paragraph => Describe(article, paragraph)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), snippets.Each("paragraphs").Select(hit => Describe(hit.GetProperty("article"), hit)).Order(StringComparer.Ordinal));
        Assert.NotEmpty(snippets.Each("paragraphs"));
    }

    [Fact]
    public async Task The_best_comes_first_and_cursors_lead_through_all()
    {
        var scores = new List<float>();
        string? cursor = "";
        while (cursor is not null)
        {
            JsonElement page = await samples.Client.GetJsonAsync($"/v1/snippets?q=visit&limit=7&cursor={cursor}");
            scores.AddRange(page.Each("paragraphs").Select(hit => hit.GetProperty("score").GetSingle()));
            cursor = page.GetProperty("next").GetString();
        }
        JsonElement all = await samples.Client.GetJsonAsync("/v1/snippets?q=visit&limit=100");
        Assert.Equal(all.GetProperty("total").GetProperty("paragraphs").GetInt32(), scores.Count);
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(all.Each("paragraphs").Select(hit => hit.GetProperty("score").GetSingle()), scores);
    }

    private static string Describe(JsonElement article, JsonElement paragraph) =>
        article.String("id") + string.Concat(Shared.Select(name => paragraph.GetProperty(name).GetRawText()));
}
