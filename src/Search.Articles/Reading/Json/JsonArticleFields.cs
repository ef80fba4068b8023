using System.Text.Json;
using Search.Articles.Reading.Headers;

namespace Search.Articles.Reading.Json;

/// <summary>Maps the fields of a JSON object to those of an article.</summary>
internal sealed class JsonArticleFields(FieldMap fields)
{
    private static readonly string[] ListNames = ["articles", "items", "documents", "docs", "results", "data", "news"];

    /// <summary>The article's text; null when no field holds one.</summary>
    public string? TextOf(JsonElement item)
    {
        foreach (string name in fields.NamesOf(ArticleField.Text))
        {
            if (!TryGet(item, name, out JsonElement value)) continue;
            if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())) return value.GetString();
            if (value.ValueKind == JsonValueKind.Array && Strings(value) is { Count: > 0 } parts) return string.Join("\n\n", parts);
        }

        return null;
    }

    /// <summary>The array that an object wraps its articles in; undefined when it wraps none.</summary>
    public JsonElement ArticlesOf(JsonElement root)
    {
        if (TextOf(root) is not null) return default;
        foreach (string name in ListNames)
        {
            if (TryGet(root, name, out JsonElement value) && value.ValueKind == JsonValueKind.Array) return value;
        }

        return default;
    }

    /// <summary>The object's own id; null when it has none.</summary>
    public string? IdOf(JsonElement item) => First(item, fields.NamesOf(ArticleField.Id));

    /// <summary>What the fields say of the header.</summary>
    public KnownHeader HeaderOf(JsonElement item)
    {
        (DateTimeOffset? published, bool hasZone) = DateOf(item);
        return new KnownHeader
        {
            Headline = First(item, fields.NamesOf(ArticleField.Headline)),
            Outlet = First(item, fields.NamesOf(ArticleField.Outlet)),
            Authors = AuthorsOf(item),
            Published = published,
            PublishedHasZone = hasZone,
            Url = First(item, fields.NamesOf(ArticleField.Url)),
            Language = First(item, fields.NamesOf(ArticleField.Language)) is { Length: >= 2 and <= 10 } language ? language.ToLowerInvariant() : null,
        };
    }

    private List<string> AuthorsOf(JsonElement item)
    {
        foreach (string name in fields.NamesOf(ArticleField.Author))
        {
            if (!TryGet(item, name, out JsonElement value)) continue;
            if (value.ValueKind == JsonValueKind.Array) return [.. Strings(value).SelectMany(Byline.Names)];
            if (AsText(value) is { } text) return [.. Byline.Names(text.Trim('[', ']').Replace("'", "", StringComparison.Ordinal))];
        }

        return [];
    }

    private (DateTimeOffset? Published, bool HasZone) DateOf(JsonElement item)
    {
        foreach (string name in fields.NamesOf(ArticleField.Published))
        {
            if (!TryGet(item, name, out JsonElement value)) continue;
            if (value.ValueKind == JsonValueKind.Object && TryGet(value, "$date", out JsonElement inner)) value = inner;
            if (JsonDate.Read(value) is { } date) return date;
        }

        return (null, false);
    }

    private static string? First(JsonElement item, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (TryGet(item, name, out JsonElement value) && AsText(value) is { } text) return text;
        }

        return null;
    }

    private static string? AsText(JsonElement value)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Object when TryGet(value, "name", out JsonElement name) && name.ValueKind == JsonValueKind.String => name.GetString()!.Trim(),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static List<string> Strings(JsonElement array)
    {
        var strings = new List<string>();
        foreach (JsonElement element in array.EnumerateArray())
        {
            if (AsText(element) is { } text) strings.Add(text);
        }

        return strings;
    }

    // Exact name first, then whatever the letter case, then as a path into objects.
    private static bool TryGet(JsonElement item, string name, out JsonElement value)
    {
        if (TryGetDirect(item, name, out value)) return true;
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && TryGetDirect(item, name[..dot], out JsonElement inner) && inner.ValueKind == JsonValueKind.Object && TryGet(inner, name[(dot + 1)..], out value);
    }

    private static bool TryGetDirect(JsonElement item, string name, out JsonElement value)
    {
        if (item.TryGetProperty(name, out value)) return true;
        foreach (JsonProperty property in item.EnumerateObject())
        {
            if (!property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            value = property.Value;
            return true;
        }

        return false;
    }
}
