using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Api;

/// <summary>What a caller gets wrong is an RFC 9457 problem that names the parameter, or the place in the query, and the reason.</summary>
[Collection(Samples.Name)]
public sealed class ProblemTests(SampleHost samples)
{
    [Theory]
    [InlineData("/v1/search?limit=0", "limit")]
    [InlineData("/v1/search?limit=101", "limit")]
    [InlineData("/v1/search?limit=-1", "limit")]
    [InlineData("/v1/search?limit=ten", "limit")]
    [InlineData("/v1/search?limit=", "limit")]
    [InlineData("/v1/search?limit=5&limit=6", "limit")]
    [InlineData("/v1/search?limit=99999999999", "limit")]
    [InlineData("/v1/search?mode=strictest", "mode")]
    [InlineData("/v1/search?mode=1", "mode")]
    [InlineData("/v1/search?sort=score", "sort")]
    [InlineData("/v1/search?from=yesterday", "from")]
    [InlineData("/v1/search?to=2023-13-01", "to")]
    [InlineData("/v1/search?from=2023-09-18+noon", "from")]
    [InlineData("/v1/search?explain=perhaps", "explain")]
    [InlineData("/v1/search?boost=names", "boost")]
    [InlineData("/v1/search?boost=names:much", "boost")]
    [InlineData("/v1/search?boost=names:-1", "boost")]
    [InlineData("/v1/search?boost=names:1001", "boost")]
    [InlineData("/v1/search?boost=names:NaN", "boost")]
    [InlineData("/v1/search?boost=outlet:2", "boost")]
    [InlineData("/v1/snippets?limit=0", "limit")]
    [InlineData("/v1/snippets?sort=score", "sort")]
    [InlineData("/v1/articles?limit=0", "limit")]
    [InlineData("/v1/articles?limit=x", "limit")]
    public async Task A_value_that_a_parameter_cannot_have_is_refused_by_name(string address, string parameter)
    {
        JsonElement problem = await samples.Client.GetProblemAsync(address);
        Assert.Equal(parameter, problem.String("parameter"));
        Assert.Contains(parameter, problem.String("reason"), StringComparison.Ordinal);
        Assert.Equal(problem.String("reason"), problem.String("detail"));
    }

    [Theory]
    [InlineData("context=-1")]
    [InlineData("context=21")]
    [InlineData("context=all")]
    public async Task A_context_that_cannot_be_is_refused(string context) =>
        Assert.Equal("context", (await samples.Client.GetProblemAsync($"/v1/articles/{SampleHost.IdOf("003")}/paragraphs/x?{context}")).String("parameter"));

    [Theory]
    [InlineData("kim) visit", ")")]
    [InlineData("kim AND OR visit", "OR")]
    [InlineData("kim nofield:visit", "nofield:")]
    [InlineData("kim [a TO", "")]
    [InlineData("(kim", "")]
    [InlineData("\"kim", "")]
    public async Task A_broken_query_in_strict_mode_is_refused_with_its_place(string query, string fault)
    {
        foreach (string route in new[] { "search", "snippets" })
        {
            JsonElement problem = await samples.Client.GetProblemAsync($"/v1/{route}?mode=strict&q={Answers.Query(query)}");
            JsonElement span = problem.GetProperty("span");
            int start = span.GetProperty("start").GetInt32();
            int length = span.GetProperty("length").GetInt32();
            Assert.InRange(start, 0, query.Length);
            Assert.InRange(start + length, start, query.Length);
            if (fault.Length > 0)
                Assert.Equal(fault, query.Substring(start, length));
            Assert.NotEmpty(problem.String("reason"));
            Assert.NotEqual(0, (await samples.Client.GetJsonAsync($"/v1/{route}?q={Answers.Query(query)}")).GetProperty("query").GetProperty("notes").GetArrayLength());
        }
    }

    [Fact]
    public async Task A_query_that_is_too_long_is_refused_from_where_it_is_too_long()
    {
        JsonElement problem = await samples.Client.GetProblemAsync($"/v1/search?mode=strict&q={new string('a', 8200)}");
        Assert.Equal("""{"start":8192,"length":8}""", problem.GetProperty("span").GetRawText());
    }

    [Theory]
    [InlineData("/v1/search?cursor=nonsense")]
    [InlineData("/v1/snippets?cursor=!")]
    [InlineData("/v1/articles?cursor=nonsense")]
    public async Task A_foreign_cursor_is_refused(string address) =>
        Assert.NotEmpty((await samples.Client.GetProblemAsync(address)).String("reason"));

    [Theory]
    [InlineData("q=%00")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("q=%F0%9F%98%80")]
    [InlineData("q=%5C")]
    [InlineData("q=~~^^::")]
    [InlineData("q=NOT")]
    [InlineData("q=%2A%2A%3F%2A")]
    [InlineData("q=-Kim")]
    [InlineData("q=((((((((((((((((((((a))))))))))))))))))))")]
    [InlineData("name=&place=&outlet=&boost=names:0&cursor=&mode=&sort=&from=&to=")]
    public async Task Odd_input_is_answered(string parameters)
    {
        JsonElement answer = await samples.Client.GetJsonAsync($"/v1/search?{parameters}");
        Assert.InRange(answer.GetProperty("total").GetProperty("articles").GetInt32(), 0, 5);
    }
}
