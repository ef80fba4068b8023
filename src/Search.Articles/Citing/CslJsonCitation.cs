using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Search.Articles.Citing;

/// <summary>A citation as an item of CSL-JSON.</summary>
internal static class CslJsonCitation
{
    // Letters of all scripts stay readable; what has a meaning in HTML is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(CitedPassage source)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", source.Id);
            json.WriteString("type", source.Outlet is null ? "webpage" : "article-newspaper");
            json.WriteString("title", source.Title);
            WriteAuthors(json, source.Authors);
            if (source.Outlet is { } outlet)
                json.WriteString("container-title", outlet);
            WriteDate(json, source.Published);
            json.WriteString("abstract", source.Quote);
            json.WriteString("URL", source.Original ?? source.Permalink);
            if (source.Original is not null)
                json.WriteString("note", source.Permalink);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<string> authors)
    {
        if (authors.Count == 0)
            return;
        json.WriteStartArray("author");
        foreach (string author in authors)
        {
            json.WriteStartObject();
            json.WriteString("literal", author);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteDate(Utf8JsonWriter json, DateTimeOffset? published)
    {
        if (published is not { } date)
            return;
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(date.Year);
        json.WriteNumberValue(date.Month);
        json.WriteNumberValue(date.Day);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
