using System.Globalization;
using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Api;

/// <summary>What the boosts of names and places do, and how the explanation shows it.</summary>
public sealed class BoostTests : IClassFixture<BoostTests.VillageHost>
{
    private readonly HttpClient _client;

    public BoostTests(VillageHost host) => _client = host.Client;

    [Theory]
    [InlineData("baker", "names:0", "person", "trade")]
    [InlineData("potter", "places:0", "island", "craft")]
    public async Task Without_the_boost_another_article_comes_first(string query, string boost, string with, string without)
    {
        Assert.Equal([with, without], await Order($"q={query}&boost=lead:0"));
        Assert.Equal([without, with], await Order($"q={query}&boost=lead:0&boost={boost}"));
    }

    [Theory]
    [InlineData("q=baker")]
    [InlineData("q=baker&boost=names:0")]
    [InlineData("q=potter&boost=places:5&boost=body:2&boost=headline:0")]
    [InlineData("q=%22the+old+hall%22+OR+potter")]
    [InlineData("q=*")]
    public async Task The_parts_of_an_explanation_sum_to_the_score(string parameters)
    {
        JsonElement answer = await _client.GetJsonAsync($"/v1/search?{parameters}&explain=true");
        Assert.NotEmpty(answer.Each("articles"));
        foreach (JsonElement paragraph in answer.Each("articles").Each("paragraphs"))
        {
            JsonElement explanation = paragraph.GetProperty("explanation");
            float score = paragraph.GetProperty("score").GetSingle();
            Assert.Equal(score, explanation.GetProperty("value").GetSingle());
            Assert.Equal(score, (float)explanation.Each("parts").Sum(part => (double)part.GetProperty("value").GetSingle()));
            Assert.Subset(new HashSet<string> { "body", "article", "headline", "lead", "names", "places", "proximity" }, explanation.Each("parts").Select(part => part.String("name")).ToHashSet());
        }
    }

    [Fact]
    public async Task A_boost_multiplies_its_part()
    {
        float once = await NamesPart("names:1");
        Assert.True(once > 0);
        Assert.Equal(once * 3, await NamesPart("names:3"), 1e-4f);
    }

    [Fact]
    public async Task Without_explain_there_is_no_explanation()
    {
        JsonElement answer = await _client.GetJsonAsync("/v1/search?q=baker&explain=false");
        Assert.All(answer.Each("articles").Each("paragraphs"), paragraph => Assert.Equal(JsonValueKind.Null, paragraph.GetProperty("explanation").ValueKind));
    }

    private async Task<float> NamesPart(string boost)
    {
        JsonElement answer = await _client.GetJsonAsync(string.Create(CultureInfo.InvariantCulture, $"/v1/search?q=baker&explain=true&boost={boost}"));
        JsonElement person = answer.Each("articles").Single(article => article.String("id") == "person");
        return person.Each("paragraphs").First().GetProperty("explanation").Each("parts").Single(part => part.String("name") == "names").GetProperty("value").GetSingle();
    }

    private async Task<string[]> Order(string parameters) =>
        [.. (await _client.GetJsonAsync($"/v1/search?{parameters}")).Each("articles").Select(article => article.String("id"))];

    /// <summary>A host over four short articles: a word as a name or place in a longer paragraph, the same word as a plain one in a shorter.</summary>
    public sealed class VillageHost : IDisposable
    {
        private readonly TemporaryFolder _articles = new();
        private readonly TestHost _host;

        public VillageHost()
        {
            Write("trade", "The baker of the village opens his shop early in the morning, and he closes it late.");
            Write("person", "Yesterday Maria Baker met the mayor in the old town hall, where she spoke about the price of rolls and of bread.");
            Write("craft", "The potter of the village fires his kiln early in the morning, and he empties it late.");
            Write("island", "The council of Potter Island decided yesterday, after a debate with many speakers in the old hall, that all stays as it is.");
            _host = new TestHost(_articles.Path);
        }

        public HttpClient Client => _host.Client;

        public void Dispose()
        {
            _host.Dispose();
            _articles.Dispose();
        }

        private void Write(string name, string text) => File.WriteAllText(_articles.File($"{name}.txt"), text);
    }
}
