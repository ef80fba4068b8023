using System.Text.Json;
using Search.Articles.Reading.Headers;

namespace Search.Articles.Reading.Json;

/// <summary>Maps the fields of a JSON object to those of an article by the names that collections commonly use.</summary>
internal static class JsonArticleFields
{
    private static readonly string[] TextNames =
        ["text", "body", "content", "article_text", "articleBody", "article_body", "full_text", "fulltext", "maintext", "body_text", "story", "article"];
    private static readonly string[] HeadlineNames = ["title", "headline", "head", "name"];
    private static readonly string[] DateNames =
        ["published", "date", "publish_date", "published_at", "publishedAt", "date_publish", "datePublished", "publication_date", "pub_date", "pubDate", "published_date", "created_at", "timestamp"];
    private static readonly string[] UrlNames = ["url", "link", "canonical_url", "href", "web_url"];
    private static readonly string[] OutletNames = ["outlet", "publisher", "publication", "source", "source_name", "site", "source_domain", "domain"];
    private static readonly string[] AuthorNames = ["authors", "author", "byline", "creator", "writer"];
    private static readonly string[] LanguageNames = ["language", "lang"];
    private static readonly string[] IdNames = ["id", "_id", "guid", "uuid", "article_id"];
    private static readonly string[] ListNames = ["articles", "items", "documents", "docs", "results", "data", "news"];

    /// <summary>The article's text; null when no field holds one.</summary>
    public static string? TextOf(JsonElement item)
    {
        foreach (string name in TextNames)
        {
            if (!TryGet(item, name, out JsonElement value)) continue;
            if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())) return value.GetString();
            if (value.ValueKind == JsonValueKind.Array && Strings(value) is { Count: > 0 } parts) return string.Join("\n\n", parts);
        }

        return null;
    }

    /// <summary>The array that an object wraps its articles in; undefined when it wraps none.</summary>
    public static JsonElement ArticlesOf(JsonElement root)
    {
        if (TextOf(root) is not null) return default;
        foreach (string name in ListNames)
        {
            if (TryGet(root, name, out JsonElement value) && value.ValueKind == JsonValueKind.Array) return value;
        }

        return default;
    }

    /// <summary>The object's own id; null when it has none.</summary>
    public static string? IdOf(JsonElement item) => First(item, IdNames);

    /// <summary>What the fields say of the header.</summary>
    public static KnownHeader HeaderOf(JsonElement item)
    {
        (DateTimeOffset? published, bool hasZone) = DateOf(item);
        return new KnownHeader
        {
            Headline = First(item, HeadlineNames),
            Outlet = First(item, OutletNames),
            Authors = AuthorsOf(item),
            Published = published,
            PublishedHasZone = hasZone,
            Url = First(item, UrlNames),
            Language = First(item, LanguageNames) is { Length: >= 2 and <= 10 } language ? language.ToLowerInvariant() : null,
        };
    }

    private static List<string> AuthorsOf(JsonElement item)
    {
        foreach (string name in AuthorNames)
        {
            if (!TryGet(item, name, out JsonElement value)) continue;
            if (value.ValueKind == JsonValueKind.Array) return [.. Strings(value).SelectMany(Byline.Names)];
            if (AsText(value) is { } text) return [.. Byline.Names(text.Trim('[', ']').Replace("'", "", StringComparison.Ordinal))];
        }

        return [];
    }

    private static (DateTimeOffset? Published, bool HasZone) DateOf(JsonElement item)
    {
        foreach (string name in DateNames)
        {
            if (!TryGet(item, name, out JsonElement value)) continue;
            if (value.ValueKind == JsonValueKind.Object && TryGet(value, "$date", out JsonElement inner)) value = inner;
            if (JsonDate.Read(value) is { } date) return date;
        }

        return (null, false);
    }

    private static string? First(JsonElement item, string[] names)
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

    // Exact name first, then whatever the letter case.
    private static bool TryGet(JsonElement item, string name, out JsonElement value)
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
