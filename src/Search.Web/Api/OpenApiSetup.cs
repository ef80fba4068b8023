using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Search.Web.Hosting.Access;
using Search.Web.Hosting.Answers;

namespace Search.Web.Api;

/// <summary>The API's description: title, keys, every status that an operation can answer with, an example of each.</summary>
internal static class OpenApiSetup
{
    private const string ProblemType = "application/problem+json";

    // Parameters that all searches share and these operations refuse.
    private static readonly Dictionary<string, string[]> Refused = new(StringComparer.Ordinal)
    {
        ["Export"] = ["limit", "cursor"],
        ["Questions"] = ["q", "cursor"],
    };

    public static void AddSearchOpenApi(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document);
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                Complete(schema, context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(async (operation, context, cancellation) =>
            {
                RemoveRefused(operation);
                await AddStatusesAsync(operation, context, cancellation);
                AddParameterExamples(operation);
                AddAnswerExamples(operation);
            });
        });

    private static void Describe(OpenApiDocument document)
    {
        document.Info.Title = "Search API";
        document.Info.Version = "v1";
        document.Info.Description = "Finds the paragraph that says it: ranked articles, marked snippets, permalinks. Errors are RFC 9457 problems.";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A search or admin key; reading needs one only where there are search keys." },
            ["apiKey"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key", Description = "The same key in a header of its own." },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement(),
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("apiKey", document)] = [] },
        ];
    }

    private static void Complete(OpenApiSchema schema, Type type)
    {
        // The generator lists the words of an enumeration but not that they are words.
        if (schema.Enum is { Count: > 0 })
            schema.Type ??= JsonSchemaType.String;
        if (type != typeof(ProblemDetails))
            return;
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        Add("reason", JsonSchemaType.String, "In a sentence, for people.");
        Add("parameter", JsonSchemaType.String, "The parameter that it is about.");
        Add("repaired", JsonSchemaType.String | JsonSchemaType.Null, "The query as lenient mode would understand it.");
        Add("budgetMs", JsonSchemaType.Integer, "How long a search may take, in milliseconds.");
        Add("traceId", JsonSchemaType.String, "Finds the request in the host's traces.");
        schema.Properties["span"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "The place in the query, in UTF-16 code units.",
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["start"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["length"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            },
        };

        void Add(string name, JsonSchemaType of, string meaning) => schema.Properties[name] = new OpenApiSchema { Type = of, Description = meaning };
    }

    private static void RemoveRefused(OpenApiOperation operation)
    {
        if (operation.OperationId is not { } id || !Refused.TryGetValue(id, out string[]? refused))
            return;
        operation.Parameters = [.. (operation.Parameters ?? []).Where(parameter => !refused.Contains(parameter.Name))];
    }

    // What the host answers before a request reaches its endpoint.
    private static async Task AddStatusesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        Needs needs = metadata.OfType<AccessNeed>().LastOrDefault()?.Needs ?? Needs.Reading;
        operation.Responses ??= [];
        if (needs == Needs.Nothing)
            return;
        if (metadata.OfType<FollowsFromCommit>().Any())
            operation.Responses["304"] = new OpenApiResponse { Description = "What If-None-Match names is still the answer." };
        OpenApiSchema problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), parameterDescription: null, cancellation);
        Add(401, "A key is needed, or the one given is none.");
        if (needs == Needs.Writing)
            Add(403, "A search key may not write.");
        Add(429, "Too many requests of one key or address: Retry-After says when to come again.");
        Add(503, "Too much at once, or nothing to search yet: Retry-After says when to come again.");

        void Add(int status, string description) => operation.Responses[$"{status}"] = new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ProblemType] = new OpenApiMediaType { Schema = problem } },
        };
    }

    private static void AddParameterExamples(OpenApiOperation operation)
    {
        foreach (IOpenApiParameter parameter in operation.Parameters ?? [])
        {
            if (parameter is OpenApiParameter { Name: { } name } own && ApiExamples.OfParameter(operation.OperationId, name) is { } example)
                own.Example = example;
        }
    }

    private static void AddAnswerExamples(OpenApiOperation operation)
    {
        foreach ((string status, IOpenApiResponse response) in operation.Responses ?? [])
        {
            foreach ((string type, OpenApiMediaType content) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
            {
                if (operation.OperationId is { } id && content is OpenApiMediaType own)
                    own.Example = ApiExamples.OfAnswer(id, status, type);
            }
        }
        if (operation is { OperationId: { } operationId, RequestBody.Content: { } bodies } && ApiExamples.OfBody(operationId) is { } body)
        {
            foreach (OpenApiMediaType own in bodies.Values.OfType<OpenApiMediaType>())
                own.Example = body.DeepClone();
        }
    }
}
