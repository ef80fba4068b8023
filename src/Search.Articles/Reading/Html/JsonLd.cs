using System.Text.Json;
using AngleSharp.Dom;

namespace Search.Articles.Reading.Html;

/// <summary>Reads the description of an article that pages carry as JSON-LD (schema.org Article and its kinds).</summary>
internal static class JsonLd
{
    private const int MaxDepth = 12;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The first article object of a page; null when there is none that can be read. Broken JSON-LD is passed over: it is common.</summary>
    public static JsonElement? FindArticle(IDocument document)
    {
        foreach (IElement script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using JsonDocument json = JsonDocument.Parse(script.TextContent.Trim(), Options);
                if (Find(json.RootElement, 0) is { } article) return article.Clone();
            }
            catch (JsonException)
            {
                continue; // the page's other sources of metadata remain
            }
        }

        return null;
    }

    /// <summary>The text of a property: a string, an object's name, or the first of a list.</summary>
    public static string? Text(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out JsonElement value)) return null;
        return TextOf(value);
    }

    /// <summary>The texts of a property that may be a list.</summary>
    public static IEnumerable<string> Texts(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out JsonElement value)) yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            if (TextOf(value) is { } single) yield return single;
            yield break;
        }

        foreach (JsonElement part in value.EnumerateArray())
        {
            if (TextOf(part) is { } text) yield return text;
        }
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => System.Net.WebUtility.HtmlDecode(value.GetString()!).Trim() is { Length: > 0 } text ? text : null,
        JsonValueKind.Object => Text(value, "name") ?? Text(value, "@value"),
        JsonValueKind.Array when value.GetArrayLength() > 0 => TextOf(value[0]),
        _ => null,
    };

    private static JsonElement? Find(JsonElement element, int depth)
    {
        if (depth > MaxDepth) return null;
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (IsArticle(element)) return element;
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "itemListElement" && Find(property.Value, depth + 1) is { } found) return found;
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                if (Find(item, depth + 1) is { } found) return found;
            }
        }

        return null;
    }

    private static bool IsArticle(JsonElement item)
    {
        foreach (string type in Texts(item, "@type"))
        {
            if (type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "Report" or "Review" or "LiveBlogPosting") return true;
        }

        return false;
    }
}
