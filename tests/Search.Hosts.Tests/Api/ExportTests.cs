using System.Net;
using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;
using Search.Web.Api.Exporting;

namespace Search.Hosts.Tests.Api;

/// <summary><c>GET /v1/export</c> and citations.</summary>
[Collection(Samples.Name)]
public sealed class ExportTests(SampleHost samples)
{
    private readonly HttpClient _client = samples.Client;

    [Theory]
    [InlineData("q=Kim")]
    [InlineData("q=*")]
    [InlineData("q=visit&outlet=dailyO")]
    [InlineData("q=Kim&not-outlet=dailyO&sort=newest")]
    public async Task An_export_has_what_the_pages_have_in_their_order(string parameters)
    {
        var paged = new List<string>();
        string? cursor = "";
        while (cursor is not null)
        {
            JsonElement page = await _client.GetJsonAsync($"/v1/snippets?{parameters}&limit=7{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            paged.AddRange(page.Each("paragraphs").Select(paragraph => paragraph.GetRawText()));
            cursor = page.GetProperty("next").GetString();
        }
        string[] exported = Lines(await GetAsync($"/v1/export?{parameters}", "application/jsonl"));
        Assert.NotEmpty(paged);
        Assert.Equal(paged, exported);
    }

    [Fact]
    public async Task A_table_has_a_row_a_paragraph_and_citations_an_entry_a_paragraph()
    {
        int count = (await _client.GetJsonAsync("/v1/snippets?q=Kim&limit=1")).GetProperty("total").GetProperty("paragraphs").GetInt32();
        string csv = await GetAsync("/v1/export?q=Kim&format=csv", "text/csv");
        string[] rows = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(count + 1, rows.Length);
        Assert.Equal("article,headline,outlet,authors,published,url,key,ordinal,permalink,score,text,names,places", rows[0]);
        Assert.All(rows[1..], row => Assert.Matches("^\"[^\"]+\",.*\"http://localhost/a/[^\"]+\",[0-9.E-]+,\"", row));
        Assert.Equal(count, Occurrences(await GetAsync("/v1/export?q=Kim&format=ris", "application/x-research-info-systems"), "ER  - \r\n"));
        Assert.Equal(count, Occurrences(await GetAsync("/v1/export?q=Kim&format=bib", "application/x-bibtex"), "\n}\n"));
        Assert.Equal(count, Occurrences(await GetAsync("/v1/export?q=Kim&format=md", "text/markdown"), "\n\n— "));
        using var csl = JsonDocument.Parse(await GetAsync("/v1/export?q=Kim&format=csl", "application/vnd.citationstyles.csl+json"));
        Assert.Equal(count, csl.RootElement.GetArrayLength());
        Assert.Equal(count, csl.RootElement.EnumerateArray().Select(item => item.String("id")).Distinct().Count());
    }

    [Fact]
    public async Task An_export_gives_whole_paragraphs_where_that_is_asked_for()
    {
        using JsonDocument line = JsonDocument.Parse(Lines(await GetAsync("/v1/export?q=%22five+explosive+drones%22&text=paragraph", "application/jsonl"))[0]);
        JsonElement paragraph = line.RootElement;
        string whole = (await _client.GetJsonAsync($"/v1/articles/{paragraph.GetProperty("article").String("id")}/paragraphs/{paragraph.String("key")}")).GetProperty("paragraph").String("text")!;
        JsonElement snippet = Assert.Single(paragraph.Each("snippets"));
        Assert.Equal(whole, snippet.String("text"));
        Assert.Single(snippet.Each("ranges"));
        using HttpResponseMessage refused = await _client.GetAsync(new Uri("/v1/export?q=Kim&text=all", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_match_in_the_headline_alone_is_labelled()
    {
        foreach (JsonElement paragraph in (await _client.GetJsonAsync("/v1/snippets?q=headline:Kim")).Each("paragraphs"))
            Assert.Equal(!paragraph.Each("snippets").Any(snippet => snippet.Each("ranges").Any()), paragraph.GetProperty("headlineOnly").GetBoolean());
        Assert.All((await _client.GetJsonAsync("/v1/snippets?q=Kim")).Each("paragraphs"), paragraph => Assert.False(paragraph.GetProperty("headlineOnly").GetBoolean()));
        Assert.Contains("the match is in the headline", await _client.GetStringAsync(new Uri("/?q=headline:Kim", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jsonl", "")]
    [InlineData("csv", "article,headline,outlet,authors,published,url,key,ordinal,permalink,score,text,names,places\r\n")]
    [InlineData("ris", "")]
    [InlineData("csl", "[\n\n]\n")]
    public async Task An_export_of_nothing_is_empty(string format, string expected)
    {
        using HttpResponseMessage response = await _client.GetAsync(new Uri($"/v1/export?q=%22no+such+words+anywhere%22&format={format}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, expected), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("format=xls", "format")]
    [InlineData("limit=5", "limit")]
    [InlineData("cursor=MS4x", "cursor")]
    [InlineData("sort=best", "sort")]
    public async Task What_an_export_cannot_do_is_refused_before_it_begins(string parameters, string parameter) =>
        Assert.Equal(parameter, (await _client.GetProblemAsync($"/v1/export?q=Kim&{parameters}")).String("parameter"));

    [Fact]
    public async Task A_broken_query_in_strict_mode_is_refused_before_it_begins() =>
        Assert.Equal("kim", (await _client.GetProblemAsync("/v1/export?q=kim)&mode=strict")).String("repaired"));

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData(" =1+1", "\"' =1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@a", "\"'@a\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    [InlineData("", "\"\"")]
    public void A_cell_is_never_a_formula(string text, string cell) =>
        Assert.Equal(cell, CsvExport.Cell(text));

    [Theory]
    [InlineData("plain", "text/plain")]
    [InlineData("markdown", "text/markdown")]
    [InlineData("ris", "application/x-research-info-systems")]
    [InlineData("bibtex", "application/x-bibtex")]
    [InlineData("csl-json", "application/vnd.citationstyles.csl+json")]
    public async Task A_paragraph_can_be_cited(string format, string mediaType)
    {
        string id = SampleHost.IdOf("003");
        JsonElement hit = (await _client.GetJsonAsync("/v1/search?q=%22Farewell+of+Slavianka%22")).Each("articles").Each("paragraphs").Single();
        string text = await GetAsync($"/v1/articles/{id}/paragraphs/{hit.String("key")}/citation?format={format}", mediaType);
        Assert.Contains($"http://localhost/a/{id}/{hit.String("key")}", text, StringComparison.Ordinal);
        Assert.Contains("Farewell of Slavianka", text, StringComparison.Ordinal);
        Assert.Contains("dailyO", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citation_of_what_is_not_there_or_in_no_format_is_a_problem()
    {
        await _client.GetProblemAsync("/v1/articles/none/paragraphs/x/citation", HttpStatusCode.NotFound);
        Assert.Equal("format", (await _client.GetProblemAsync($"/v1/articles/{SampleHost.IdOf("003")}/paragraphs/x/citation?format=word")).String("parameter"));
    }

    [Fact]
    public async Task Suggestions_complete_and_others_on_a_paragraph_are_others()
    {
        JsonElement[] suggestions = [.. (await _client.GetJsonAsync("/v1/suggest?q=vladi&limit=3")).Each("suggestions")];
        Assert.InRange(suggestions.Length, 1, 3);
        Assert.All(suggestions, suggestion => Assert.Contains("vladi", suggestion.String("text"), StringComparison.OrdinalIgnoreCase));
        Assert.Empty((await _client.GetJsonAsync("/v1/suggest?q=")).Each("suggestions"));
        Assert.Equal("limit", (await _client.GetProblemAsync("/v1/suggest?q=a&limit=21")).String("parameter"));
        Assert.Equal("q", (await _client.GetProblemAsync($"/v1/suggest?q={new string('a', 201)}")).String("parameter"));

        JsonElement hit = (await _client.GetJsonAsync("/v1/search?q=%22five+explosive+drones%22&outlet=dailyO")).Each("articles").Each("paragraphs").Single();
        JsonElement[] others = [.. (await _client.GetJsonAsync($"/v1/articles/{SampleHost.IdOf("003")}/paragraphs/{hit.String("key")}/similar?limit=3")).Each("paragraphs")];
        Assert.NotEmpty(others);
        Assert.DoesNotContain(others, other => other.GetProperty("article").String("id") == SampleHost.IdOf("003"));
        await _client.GetProblemAsync("/v1/articles/none/paragraphs/x/similar", HttpStatusCode.NotFound);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private async Task<string> GetAsync(string address, string mediaType)
    {
        using HttpResponseMessage response = await _client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync();
    }
}
