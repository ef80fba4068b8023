using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Articles.Searching;
using Search.Web.Api.Writing;

namespace Search.Web.Api;

/// <summary>How the API's records are written: camel case, enums by name.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(FacetFieldNames), typeof(SuggestionKindNames)], NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(SnippetsResponse))]
[JsonSerializable(typeof(ArticlesResponse))]
[JsonSerializable(typeof(ArticleResponse))]
[JsonSerializable(typeof(ParagraphResponse))]
[JsonSerializable(typeof(SuggestResponse))]
[JsonSerializable(typeof(SnippetResult))]
[JsonSerializable(typeof(QuestionList))]
[JsonSerializable(typeof(QuestionResult))]
[JsonSerializable(typeof(ArticleBody))]
[JsonSerializable(typeof(ArticleWritten))]
[JsonSerializable(typeof(LineResult))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(ProblemSpan))]
internal sealed partial class ApiJson : JsonSerializerContext;

/// <summary>Fields of facets by the names of their parameters.</summary>
internal sealed class FacetFieldNames() : JsonStringEnumConverter<FacetField>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>Kinds of suggestions by their names in camel case.</summary>
internal sealed class SuggestionKindNames() : JsonStringEnumConverter<SuggestionKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
