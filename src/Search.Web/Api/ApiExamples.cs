using System.Text.Json.Nodes;

namespace Search.Web.Api;

/// <summary>Examples for the API's description, from the files in <c>Api/Examples</c>; tests hold them against live answers.</summary>
/// <remarks>
/// A file is <c>{operation}.{status}.{json or txt}</c>, or <c>Problem.{status}.json</c> for all operations that have none of their own;
/// <c>Parameters.json</c> has the examples of parameters, those of one operation as <c>operation.parameter</c>.
/// </remarks>
internal static class ApiExamples
{
    private static readonly JsonObject Parameters = (JsonObject)Read("Parameters.json")!;

    /// <summary>The example of a parameter; null without one.</summary>
    public static JsonNode? OfParameter(string? operationId, string name) => (Parameters[$"{operationId}.{name}"] ?? Parameters[name])?.DeepClone();

    /// <summary>The example of a request's body; null without one.</summary>
    public static JsonNode? OfBody(string operationId) => Read($"{operationId}.body.json") ?? Text($"{operationId}.body.txt");

    /// <summary>The example of an answer; null without one.</summary>
    public static JsonNode? OfAnswer(string operationId, string status, string mediaType)
    {
        string extension = mediaType[(mediaType.LastIndexOf('/') + 1)..];
        return Text($"{operationId}.{status}.{extension}.txt") ?? Read($"{operationId}.{status}.json") ?? Text($"{operationId}.{status}.txt") ?? Read($"Problem.{status}.json");
    }

    private static JsonNode? Read(string file)
    {
        using Stream? stream = Open(file);
        return stream is null ? null : JsonNode.Parse(stream);
    }

    private static JsonNode? Text(string file)
    {
        using Stream? stream = Open(file);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return JsonValue.Create(reader.ReadToEnd());
    }

    private static Stream? Open(string file) => typeof(ApiExamples).Assembly.GetManifestResourceStream($"Api.Examples.{file}");
}
