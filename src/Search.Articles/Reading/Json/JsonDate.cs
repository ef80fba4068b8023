using System.Globalization;
using System.Text.Json;
using Search.Articles.Reading.Headers;

namespace Search.Articles.Reading.Json;

/// <summary>Reads the dates of JSON fields: ISO 8601, the forms of date lines, seconds or milliseconds since 1970.</summary>
internal static class JsonDate
{
    private const double FirstMilliseconds = 1e11; // as seconds, this is the year 5138
    private const double LastMilliseconds = 4.1e12; // the year 2099

    /// <summary>The moment and whether it came with a zone; null when the value is no date.</summary>
    public static (DateTimeOffset? Published, bool HasZone)? Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number)) return FromNumber(number);
        return value.ValueKind == JsonValueKind.String ? FromText(value.GetString()!.Trim()) : null;
    }

    /// <summary>The moment that a field's text gives.</summary>
    public static (DateTimeOffset? Published, bool HasZone)? FromText(string text)
    {
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > 1e8) return FromNumber(number);
        if (DateFinder.Find(text) is { } found) return (found.Value, found.HasZone);
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        bool isDate = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, styles, out DateTimeOffset parsed) && parsed.Year is >= 1900 and <= 2100;
        return isDate ? (parsed, text.EndsWith('Z') || text.Length > 6 && text[^6] is '+' or '-') : null;
    }

    private static (DateTimeOffset? Published, bool HasZone)? FromNumber(double number)
    {
        if (!(number > 0) || number > LastMilliseconds) return null;
        long milliseconds = (long)(number >= FirstMilliseconds ? number : number * 1000);
        return (DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), true);
    }
}
