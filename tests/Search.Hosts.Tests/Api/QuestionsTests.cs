using System.Net;
using System.Text;
using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Api;

/// <summary><c>POST /v1/questions</c>.</summary>
[Collection(Samples.Name)]
public sealed class QuestionsTests(SampleHost samples)
{
    [Fact]
    public async Task Each_question_is_answered_as_if_it_were_asked_alone_and_a_bad_one_harms_no_other()
    {
        JsonElement[] results = await Ask("?limit=2&mode=strict&outlet=dailyO", """{ "questions": ["Kim", "(Kim", 5, null, "\ud800", "walrus OR Kim", ""] }""");
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], results.Select(result => result.GetProperty("number").GetInt32()));
        foreach (int answered in new[] { 0, 5, 6 })
        {
            JsonElement alone = await samples.Client.GetJsonAsync($"/v1/snippets?limit=2&mode=strict&outlet=dailyO&q={Answers.Query(results[answered].String("question"))}");
            Assert.Equal(alone.GetProperty("paragraphs").GetRawText(), results[answered].GetProperty("answer").GetProperty("paragraphs").GetRawText());
            Assert.Equal(JsonValueKind.Null, results[answered].GetProperty("problem").ValueKind);
        }
        Assert.NotEmpty(results[1].GetProperty("problem").String("reason"));
        Assert.Equal("Kim", results[1].GetProperty("problem").String("repaired"));
        foreach (int refused in new[] { 1, 2, 3, 4 })
        {
            Assert.Equal(JsonValueKind.Null, results[refused].GetProperty("answer").ValueKind);
            Assert.NotEmpty(results[refused].GetProperty("problem").String("reason"));
        }
    }

    [Theory]
    [InlineData("", "{}", "questions")]
    [InlineData("", """{ "questions": [] }""", "questions")]
    [InlineData("", """{ "questions": "Kim" }""", "questions")]
    [InlineData("", "nonsense", "questions")]
    [InlineData("?q=Kim", """{ "questions": ["Kim"] }""", "q")]
    [InlineData("?limit=0", """{ "questions": ["Kim"] }""", "limit")]
    public async Task What_is_no_list_of_questions_is_refused(string parameters, string body, string parameter)
    {
        using HttpResponseMessage response = await Post(parameters, body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(parameter, problem.RootElement.String("parameter"));
    }

    [Fact]
    public async Task More_questions_than_allowed_are_refused()
    {
        using HttpResponseMessage response = await Post("", JsonSerializer.Serialize(new { questions = Enumerable.Repeat("a", 1001) }));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<JsonElement[]> Ask(string parameters, string body)
    {
        using HttpResponseMessage response = await Post(parameters, body);
        Assert.Equal("application/jsonl", response.Content.Headers.ContentType?.MediaType);
        return [.. (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private async Task<HttpResponseMessage> Post(string parameters, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await samples.Client.PostAsync(new Uri($"/v1/questions{parameters}", UriKind.Relative), content);
    }
}
