using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Web.Api;

/// <summary>How the API's records are written: camel case, enums by name.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(SnippetsResponse))]
[JsonSerializable(typeof(ArticlesResponse))]
[JsonSerializable(typeof(ArticleResponse))]
[JsonSerializable(typeof(ParagraphResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(ProblemSpan))]
internal sealed partial class ApiJson : JsonSerializerContext;
