using AngleSharp.Dom;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Web;

/// <summary>What the page offers somebody who found nothing, or too much of the same.</summary>
public sealed class AdvicePageTests : IClassFixture<AdvicePageTests.TwinsHost>
{
    private readonly HttpClient _client;

    public AdvicePageTests(TwinsHost host) => _client = host.Client;

    [Fact]
    public async Task Each_part_of_a_query_says_how_often_it_stands_by_itself()
    {
        IDocument page = await _client.GetPageAsync("/?q=harbour+%22opened+zebra%22");
        Assert.Equal("No paragraph says that", page.Text(".message .title"));
        IElement[] parts = [.. page.QuerySelectorAll("[data-advice=words] li")];
        Assert.Equal(["harbour", "\"opened zebra\""], parts.Select(part => part.Text("code")));
        Assert.EndsWith("nowhere", parts[1].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(parts[1].QuerySelectorAll("a"));
        await AssertLeadsToItsCount(parts[0]);
    }

    [Fact]
    public async Task Misspelt_words_are_offered_as_the_collection_spells_them()
    {
        IDocument page = await _client.GetPageAsync("/?q=harbuor");
        IElement offer = page.QuerySelectorAll("[data-advice=spelling] li")[0];
        Assert.Equal("harbour", offer.Text("code"));
        await AssertLeadsToItsCount(offer);
    }

    [Fact]
    public async Task Filters_can_be_taken_off_where_they_are_what_stands_in_the_way()
    {
        IDocument page = await _client.GetPageAsync("/?q=harbour&outlet=Nobody&from=2020-01-01");
        Assert.Equal("/?q=harbour", page.QuerySelectorAll(".hints a")[0].GetAttribute("href"));
    }

    [Fact]
    public async Task A_near_identical_article_stands_folded_under_the_other_unless_all_are_wanted()
    {
        IDocument page = await _client.GetPageAsync("/?q=harbour");
        IElement folded = Assert.Single(page.QuerySelectorAll(".similar"));
        Assert.Equal("1 nearly identical article", folded.Text("summary"));
        Assert.Single((await _client.GetPageAsync(folded.Link("li a"))).QuerySelectorAll(".reading"));
        Assert.Equal(2, page.QuerySelectorAll(".article").Length);

        string all = page.QuerySelectorAll(".options dd a").Single(link => link.GetAttribute("href")!.Contains("fold=none", StringComparison.Ordinal)).GetAttribute("href")!;
        IDocument unfolded = await _client.GetPageAsync(all);
        Assert.Empty(unfolded.QuerySelectorAll(".similar"));
        Assert.Equal(3, unfolded.QuerySelectorAll(".article").Length);
    }

    [Fact]
    public async Task A_citation_links_to_the_original_at_the_passage()
    {
        string link = (await _client.GetPageAsync("/?q=lighthouse")).Link(".hit a[data-cite]");
        IDocument page = await _client.GetPageAsync(link);
        string original = page.Link("#original");
        Assert.StartsWith("https://coast.example/third#:~:text=From%20the%20lighthouse", original, StringComparison.Ordinal);
        Assert.Equal(original, page.Text("#original"));
        Assert.Equal("https://coast.example/third", (await _client.GetPageAsync(page.Link(".back a"))).Link("a[rel~=external]"));
    }

    [Fact]
    public async Task Months_are_alternatives_and_can_be_left_out()
    {
        IDocument page = await _client.GetPageAsync("/?q=harbour&month=2024-03&month=2024-05&fold=none");
        Assert.Equal(3, page.QuerySelectorAll(".article").Length);
        Assert.Equal(["month: 2024-03 ×", "month: 2024-05 ×", "Take all off"], page.Texts(".filter").Select(OneLine));
        IDocument without = await _client.GetPageAsync("/?q=harbour&not-month=2024-05&fold=none");
        Assert.Equal("not month: 2024-05 ×", OneLine(without.Text(".filter")));
        Assert.Equal(2, without.QuerySelectorAll(".article").Length);
        Assert.Equal("/?q=harbour&fold=none", without.Link(".value.not .pick"));
    }

    private async Task AssertLeadsToItsCount(IElement offer)
    {
        IDocument page = await _client.GetPageAsync(offer.Link("a"));
        Assert.Contains($" · {OneLine(offer.LastElementChild!.TextContent)} · ", page.Text(".counts"), StringComparison.Ordinal);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A host over three dated articles, two of which are nearly identical.</summary>
    public sealed class TwinsHost : IDisposable
    {
        private const string Body =
            "The new harbour of the town was opened on Friday by the mayor, who thanked everybody that had a part in the work.\n\n"
            + "Ships from seven countries will call at it from next spring, which is more than in any year since the old one was closed.\n\n"
            + "Fishermen who had feared for their moorings said that they were content with the places that they had been given.\n\n";

        private readonly TemporaryFolder _articles = new();
        private readonly TestHost _host;

        public TwinsHost()
        {
            Write("first", "Harbour opened", "2024-03-01", Body + "The day ended with music.");
            Write("second", "Harbour opened at last", "2024-03-02", Body + "The day ended with fireworks.");
            Write("third", "A walk along the coast", "2024-05-20", "From the lighthouse the path leads down to a small harbour with three boats.\n\nBeyond it the cliffs begin, and a bench waits for walkers.");
            _host = new TestHost(_articles.Path);
        }

        public HttpClient Client => _host.Client;

        public void Dispose()
        {
            _host.Dispose();
            _articles.Dispose();
        }

        private void Write(string name, string title, string date, string text) => File.WriteAllText(
            _articles.File($"{name}.json"), System.Text.Json.JsonSerializer.Serialize(new { title, date, text, outlet = "The Coast", url = $"https://coast.example/{name}" }));
    }
}
