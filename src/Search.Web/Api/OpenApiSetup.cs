using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Search.Web.Api;

/// <summary>The API's description: title, and an example of every parameter and of the answers.</summary>
internal static class OpenApiSetup
{
    private static readonly Dictionary<string, JsonNode> ParameterExamples = new(StringComparer.Ordinal)
    {
        ["q"] = "\"five explosive drones\"",
        ["limit"] = 10,
        ["mode"] = "lenient",
        ["outlet"] = new JsonArray("dailyO"),
        ["name"] = new JsonArray("Sergei Shoigu"),
        ["place"] = new JsonArray("Vladivostok"),
        ["author"] = new JsonArray("Anna Smith"),
        ["month"] = new JsonArray("2023-09"),
        ["not-outlet"] = new JsonArray("AdMyCity"),
        ["not-author"] = new JsonArray("Ben Jones"),
        ["not-name"] = new JsonArray("Yoon Suk Yeol"),
        ["not-place"] = new JsonArray("Seoul"),
        ["not-month"] = new JsonArray("2023-08"),
        ["snippets"] = 2,
        ["per-article"] = 3,
        ["fold"] = "first",
        ["recency"] = 0.5,
        ["recency-days"] = 30,
        ["feedback"] = true,
        ["format"] = "plain",
        ["from"] = "2023-09-01",
        ["to"] = "2023-09-30",
        ["sort"] = "relevance",
        ["explain"] = true,
        ["boost"] = new JsonArray("names:2"),
        ["context"] = 1,
        ["cursor"] = "MS4xMA",
        ["id"] = "003_e073aafbd3afd336",
        ["key"] = "a84qzmd7b9dch",
    };

    public static void AddSearchOpenApi(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Search API";
                document.Info.Version = "v1";
                document.Info.Description = "Finds the paragraph that says it: ranked articles, marked snippets, permalinks. Errors are RFC 9457 problems.";
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, _, _) =>
            {
                // The generator lists the words of an enumeration but not that they are words.
                if (schema.Enum is { Count: > 0 })
                    schema.Type ??= JsonSchemaType.String;
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                AddParameterExamples(operation);
                AddAnswerExamples(operation);
                return Task.CompletedTask;
            });
        });

    private static void AddParameterExamples(OpenApiOperation operation)
    {
        foreach (IOpenApiParameter parameter in operation.Parameters ?? [])
        {
            if (parameter is OpenApiParameter { Name: { } name } own && ParameterExamples.TryGetValue(name, out JsonNode? example))
                own.Example = example.DeepClone();
        }
    }

    private static void AddAnswerExamples(OpenApiOperation operation)
    {
        foreach ((string status, IOpenApiResponse response) in operation.Responses ?? [])
        {
            if (operation.OperationId is not { } id || AnswerExamples.Find(id, status) is not { } example)
                continue;
            foreach (OpenApiMediaType content in response.Content?.Values ?? [])
                content.Example = example.DeepClone();
        }
    }
}
