using System.Text.Json;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Api;

/// <summary>The API's description says what the API does.</summary>
[Collection(Samples.Name)]
public sealed class OpenApiTests(SampleHost samples) : IAsyncLifetime
{
    private static readonly string[] SearchParameters =
    [
        "q", "limit", "cursor", "mode", "outlet", "author", "name", "place", "month", "not-outlet", "not-author", "not-name", "not-place", "not-month", "from", "to",
        "sort", "explain", "boost", "context", "snippets", "per-article", "fold", "recency", "recency-days", "feedback",
    ];

    // These have something in them in their cases only.
    private static readonly string[] CaseOnly = [".explanation.", "advice.", ".similar.", ".before.", ".after."];

    private JsonElement _document;

    /// <summary>Reads of each operation; of each there is an example that has exactly their properties.</summary>
    public static TheoryData<string, string> LiveAnswers => new()
    {
        { "Search", "/v1/search?q=Kim+visit&explain=true&limit=2" },
        { "Search", "/v1/search?q=%22five+explosive+drones%22&outlet=dailyO&context=1" },
        { "Search", "/v1/search?q=zzzz+Kim" },
        { "Snippets", "/v1/snippets?q=Kim+visit&explain=true&limit=2&context=1" },
        { "Suggest", "/v1/suggest?q=vlad" },
        { "ListArticles", "/v1/articles?limit=2" },
        { "GetArticle", $"/v1/articles/{SampleHost.IdOf("003")}?q=Kim" },
        { "GetArticle", $"/v1/articles/{SampleHost.IdOf("000")}" },
        { "GetParagraph", $"/v1/articles/{SampleHost.IdOf("003")}/paragraphs/x?q=%22five+explosive+drones%22&context=3" },
        { "SimilarParagraphs", $"/v1/articles/{SampleHost.IdOf("003")}/paragraphs/x/similar" },
        { "Live", "/healthz/live" },
        { "Ready", "/healthz/ready" },
    };

    /// <summary>Operation, parameters, and every status that it can answer with.</summary>
    public static TheoryData<string, string, string> Operations => new()
    {
        { "Search", string.Join(' ', SearchParameters), "200 304 400 401 410 429 503" },
        { "Snippets", string.Join(' ', SearchParameters), "200 304 400 401 410 429 503" },
        { "Suggest", "q limit", "200 304 400 401 429 503" },
        { "Export", $"{string.Join(' ', SearchParameters.Except(["limit", "cursor"]))} format text", "200 400 401 429 503" },
        { "Questions", string.Join(' ', SearchParameters.Except(["q", "cursor"])), "200 400 401 413 429 503" },
        { "ListArticles", "limit cursor", "200 304 400 401 429 503" },
        { "GetArticle", "id q", "200 304 400 401 404 429 503" },
        { "GetParagraph", "id key context q", "200 304 400 401 404 429 503" },
        { "CiteParagraph", "id key format", "200 304 400 401 404 429 503" },
        { "SimilarParagraphs", "id key limit", "200 304 400 401 404 429 503" },
        { "PutArticle", "id", "200 201 400 401 403 413 429 503" },
        { "PutArticles", "", "200 401 403 413 429 503" },
        { "DeleteArticle", "id", "204 401 403 404 429 503" },
        { "Live", "", "200" },
        { "Ready", "", "200 503" },
    };

    public async Task InitializeAsync() => _document = await samples.Client.GetJsonAsync("/openapi/v1.json");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Every_operation_is_described_and_nothing_else()
    {
        Assert.StartsWith("3.1", _document.String("openapi"), StringComparison.Ordinal);
        Assert.Equal(Operations.Select(row => (string)row[0]).Order(StringComparer.Ordinal), AllOperations().Select(operation => operation.String("operationId")).Order(StringComparer.Ordinal));
        Assert.Equal(["apiKey", "bearer"], _document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(scheme => scheme.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_parameter_and_every_status_has_a_description_and_an_example(string id, string parameters, string statuses)
    {
        JsonElement operation = Operation(id);
        Assert.NotEmpty(operation.String("summary"));
        JsonElement[] described = operation.TryGetProperty("parameters", out JsonElement all) ? [.. all.EnumerateArray()] : [];
        Assert.Equal(parameters, string.Join(' ', described.Select(parameter => parameter.String("name"))));
        foreach (JsonElement parameter in described)
        {
            Assert.NotEmpty(parameter.String("description"));
            Assert.True(parameter.TryGetProperty("example", out _), $"{id} {parameter.String("name")} has no example");
        }
        JsonProperty[] responses = [.. operation.GetProperty("responses").EnumerateObject()];
        Assert.Equal(statuses, string.Join(' ', responses.Select(response => response.Name).Order(StringComparer.Ordinal)));
        foreach (JsonProperty response in responses)
        {
            Assert.NotEmpty(response.Value.String("description"));
            foreach (JsonProperty content in response.Value.TryGetProperty("content", out JsonElement contents) ? contents.EnumerateObject() : default)
            {
                Assert.True(content.Value.TryGetProperty("example", out JsonElement example), $"{id} {response.Name} {content.Name} has no example");
                Assert.Empty(new SchemaComparison(_document).Differences(content.Value.GetProperty("schema"), example));
                Assert.Equal(int.Parse(response.Name) >= 400 && id != "Ready", content.Name == "application/problem+json");
            }
        }
    }

    [Theory]
    [MemberData(nameof(LiveAnswers))]
    public async Task Live_answers_are_what_the_schemas_say_and_the_examples_show(string id, string address)
    {
        JsonElement live = await samples.Client.GetJsonAsync(address);
        JsonElement content = Operation(id).GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
        Assert.Empty(new SchemaComparison(_document).Differences(content.GetProperty("schema"), live));
        Assert.DoesNotContain(
            PropertyNames(live).Except(PropertyNames(content.GetProperty("example"))),
            path => !CaseOnly.Any(part => path.Contains(part, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/v1/search?limit=0", 400)]
    [InlineData("/v1/search?q=(a&mode=strict", 400)]
    [InlineData("/v1/export?limit=1", 400)]
    [InlineData("/v1/articles/none", 404)]
    [InlineData("/v1/articles/none/paragraphs/x/citation", 404)]
    [InlineData("/v1/search?cursor=OTk5LjAueA", 410)]
    public async Task Live_problems_are_what_the_schema_says(string address, int status)
    {
        JsonElement live = await samples.Client.GetProblemAsync(address, (System.Net.HttpStatusCode)status);
        JsonElement schema = Operation("Search").GetProperty("responses").GetProperty("400").GetProperty("content").GetProperty("application/problem+json").GetProperty("schema");
        Assert.Empty(new SchemaComparison(_document).Differences(schema, live));
    }

    [Fact]
    public async Task The_examples_of_parameters_can_be_asked()
    {
        foreach (JsonProperty path in _document.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out JsonElement operation))
                continue;
            string address = path.Name;
            var query = new List<string>();
            foreach (JsonElement parameter in operation.TryGetProperty("parameters", out JsonElement all) ? all.EnumerateArray() : default)
            {
                JsonElement example = parameter.GetProperty("example");
                string value = Answers.Query((example.ValueKind == JsonValueKind.Array ? example[0] : example).ToString());
                if (parameter.String("in") == "path")
                    address = address.Replace($"{{{parameter.String("name")}}}", value, StringComparison.Ordinal);
                else if (parameter.String("name") != "cursor") // Belongs to a page that was asked for before.
                    query.Add($"{parameter.String("name")}={value}");
            }
            using HttpResponseMessage response = await samples.Client.GetAsync(new Uri($"{address}?{string.Join('&', query)}", UriKind.Relative));
            Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage!.RequestUri}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public void No_description_speaks_of_code() =>
        Assert.DoesNotContain("&lt;", _document.GetRawText().Replace("\\u0026", "&", StringComparison.Ordinal), StringComparison.Ordinal);

    private IEnumerable<JsonElement> AllOperations() =>
        _document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value);

    private JsonElement Operation(string id) => AllOperations().Single(operation => operation.String("operationId") == id);

    // Paths of all properties, items of an array under the array's own name.
    private static HashSet<string> PropertyNames(JsonElement value)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(value, "");
        return names;

        void Collect(JsonElement element, string path)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray())
                    Collect(item, path);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    string name = path.Length > 0 ? $"{path}.{property.Name}" : property.Name;
                    names.Add(name);
                    Collect(property.Value, name);
                }
            }
        }
    }
}
