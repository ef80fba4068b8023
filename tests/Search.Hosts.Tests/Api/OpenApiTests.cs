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

    private JsonElement _document;

    public static TheoryData<string, string> LiveAnswers => new()
    {
        { "/v1/search", "/v1/search?q=Kim+visit&explain=true&limit=2" },
        { "/v1/search", "/v1/search?q=%22five+explosive+drones%22&outlet=dailyO" },
        { "/v1/snippets", "/v1/snippets?q=Kim+visit&explain=true&limit=2" },
        { "/v1/articles", "/v1/articles?limit=2" },
        { "/v1/articles/{id}", $"/v1/articles/{SampleHost.IdOf("003")}?q=Kim" },
        { "/v1/articles/{id}", $"/v1/articles/{SampleHost.IdOf("000")}" },
        { "/v1/articles/{id}/paragraphs/{key}", $"/v1/articles/{SampleHost.IdOf("003")}/paragraphs/x?q=%22five+explosive+drones%22&context=3" },
        { "/healthz/live", "/healthz/live" },
        { "/healthz/ready", "/healthz/ready" },
    };

    public static TheoryData<string, string> RouteParameters => new()
    {
        { "/v1/search", string.Join(' ', SearchParameters) },
        { "/v1/snippets", string.Join(' ', SearchParameters) },
        { "/v1/articles", "limit cursor" },
        { "/v1/articles/{id}", "id q" },
        { "/v1/articles/{id}/paragraphs/{key}", "id key context q" },
        { "/healthz/live", "" },
        { "/healthz/ready", "" },
    };

    public async Task InitializeAsync() => _document = await samples.Client.GetJsonAsync("/openapi/v1.json");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Every_route_is_described_and_nothing_else()
    {
        Assert.StartsWith("3.1", _document.String("openapi"), StringComparison.Ordinal);
        Assert.Equal(
            LiveAnswers.Select(row => (string)row[0]).Distinct().Order(StringComparer.Ordinal),
            _document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RouteParameters))]
    public void Every_parameter_has_a_description_and_an_example(string route, string parameters)
    {
        JsonElement operation = Operation(route);
        Assert.NotEmpty(operation.String("summary"));
        JsonElement[] described = operation.TryGetProperty("parameters", out JsonElement all) ? [.. all.EnumerateArray()] : [];
        Assert.Equal(parameters, string.Join(' ', described.Select(parameter => parameter.String("name"))));
        foreach (JsonElement parameter in described)
        {
            Assert.NotEmpty(parameter.String("description"));
            Assert.True(parameter.TryGetProperty("example", out _), $"{route} {parameter.String("name")} has no example");
        }
    }

    [Theory]
    [MemberData(nameof(LiveAnswers))]
    public async Task Live_answers_are_what_the_schemas_say(string route, string address)
    {
        JsonElement live = await samples.Client.GetJsonAsync(address);
        JsonElement content = Operation(route).GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
        Assert.Empty(new SchemaComparison(_document).Differences(content.GetProperty("schema"), live));
    }

    [Theory]
    [MemberData(nameof(LiveAnswers))]
    public async Task Examples_of_answers_have_exactly_the_properties_of_live_answers(string route, string address)
    {
        JsonElement live = await samples.Client.GetJsonAsync(address);
        JsonElement content = Operation(route).GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
        JsonElement example = content.GetProperty("example");
        Assert.Empty(new SchemaComparison(_document).Differences(content.GetProperty("schema"), example));
        // An explanation comes on request only.
        Assert.DoesNotContain(PropertyNames(live).Except(PropertyNames(example)), path => !path.Contains(".explanation.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_examples_of_parameters_can_be_asked()
    {
        foreach (JsonProperty path in _document.GetProperty("paths").EnumerateObject())
        {
            string address = path.Name;
            var query = new List<string>();
            foreach (JsonElement parameter in path.Value.GetProperty("get").TryGetProperty("parameters", out JsonElement all) ? all.EnumerateArray() : default)
            {
                JsonElement example = parameter.GetProperty("example");
                string value = Answers.Query((example.ValueKind == JsonValueKind.Array ? example[0] : example).ToString());
                if (parameter.String("in") == "path")
                    address = address.Replace($"{{{parameter.String("name")}}}", value, StringComparison.Ordinal);
                else if (parameter.String("name") != "cursor") // Belongs to a page that was asked for before.
                    query.Add($"{parameter.String("name")}={value}");
            }
            await samples.Client.GetJsonAsync($"{address}?{string.Join('&', query)}");
        }
    }

    [Fact]
    public void Problems_are_described()
    {
        foreach (string route in new[] { "/v1/search", "/v1/snippets", "/v1/articles", "/v1/articles/{id}", "/v1/articles/{id}/paragraphs/{key}" })
        {
            JsonElement problem = Operation(route).GetProperty("responses").GetProperty("400").GetProperty("content").GetProperty("application/problem+json");
            Assert.NotEmpty(problem.GetProperty("example").String("reason"));
        }
    }

    [Fact]
    public void No_description_speaks_of_code() =>
        Assert.DoesNotContain("&lt;", _document.GetRawText().Replace("\\u0026", "&", StringComparison.Ordinal), StringComparison.Ordinal);

    private JsonElement Operation(string route) => _document.GetProperty("paths").GetProperty(route).GetProperty("get");

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
