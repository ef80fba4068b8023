using System.Text.Json;

namespace Search.Hosts.Tests.Api;

/// <summary>Holds values against the schemas of an OpenAPI document: types, words of enumerations, and exactly the described properties.</summary>
internal sealed class SchemaComparison(JsonElement document)
{
    /// <summary>Where a value is not what the schema says; empty when it is.</summary>
    public IReadOnlyList<string> Differences(JsonElement schema, JsonElement value)
    {
        var differences = new List<string>();
        Compare(schema, value, "$", differences);
        return differences;
    }

    private void Compare(JsonElement given, JsonElement value, string path, List<string> differences)
    {
        JsonElement schema = Resolve(given);
        if (schema.TryGetProperty("oneOf", out JsonElement choices))
        {
            if (!choices.EnumerateArray().Any(choice => Differences(choice, value).Count == 0))
                Compare(choices.EnumerateArray().Last(), value, path, differences);
            return;
        }
        string type = TypeOf(value);
        string[] types = Types(schema);
        if (!types.Contains(type, StringComparer.Ordinal) && !(type == "integer" && types.Contains("number", StringComparer.Ordinal)))
        {
            differences.Add($"{path} is {type}, described as {string.Join(" or ", types)}");
            return;
        }
        if (schema.TryGetProperty("enum", out JsonElement words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
            differences.Add($"{path} is {value}, described as one of {words}");
        if (type == "object")
            CompareProperties(schema, value, path, differences);
        if (type == "array")
        {
            foreach (JsonElement item in value.EnumerateArray())
                Compare(schema.GetProperty("items"), item, $"{path}[]", differences);
        }
    }

    private void CompareProperties(JsonElement schema, JsonElement value, string path, List<string> differences)
    {
        JsonElement described = schema.GetProperty("properties");
        foreach (string? required in schema.TryGetProperty("required", out JsonElement names) ? names.EnumerateArray().Select(name => name.GetString()) : [])
        {
            if (!value.TryGetProperty(required!, out _))
                differences.Add($"{path}.{required} is required but not there");
        }
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (described.TryGetProperty(property.Name, out JsonElement member))
                Compare(member, property.Value, $"{path}.{property.Name}", differences);
            else
                differences.Add($"{path}.{property.Name} is there but not described");
        }
    }

    private JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            JsonElement target = document;
            foreach (string step in reference.GetString()!.TrimStart('#', '/').Split('/'))
                target = target.GetProperty(step);
            schema = target;
        }
        return schema;
    }

    private static string[] Types(JsonElement schema) =>
        !schema.TryGetProperty("type", out JsonElement type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(item => item.GetString()!)]
        : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
