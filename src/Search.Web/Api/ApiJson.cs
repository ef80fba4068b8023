using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary>How the API's records are written: camel case, enums by name.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(FacetFieldNames)], NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(SnippetsResponse))]
[JsonSerializable(typeof(ArticlesResponse))]
[JsonSerializable(typeof(ArticleResponse))]
[JsonSerializable(typeof(ParagraphResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(ProblemSpan))]
internal sealed partial class ApiJson : JsonSerializerContext;

/// <summary>Fields of facets by the names of their parameters.</summary>
internal sealed class FacetFieldNames() : JsonStringEnumConverter<FacetField>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
