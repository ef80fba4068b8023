using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Search.Soak.Fidelity;

/// <summary>Real news as paragraphs in the oracle's form: a line of JSON a paragraph.</summary>
internal static partial class RealCorpus
{
    private static readonly DateOnly FirstDay = new(2014, 1, 1);

    /// <summary>Cuts articles, one a line with <c>id</c>, <c>title</c> and <c>text</c>, at their blank lines.</summary>
    /// <param name="articlesPath">A gzip file of JSON lines.</param>
    /// <returns>How many paragraphs were written.</returns>
    public static int Write(string articlesPath, string paragraphsPath)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(articlesPath), CompressionMode.Decompress));
        using var paragraphs = new StreamWriter(paragraphsPath);
        var written = 0;
        for (var article = 0; lines.ReadLine() is { } line; article++)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string[] texts = json.RootElement.GetProperty("text").GetString()!.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < texts.Length; i++)
                paragraphs.WriteLine(Paragraph(json.RootElement, article, i, texts[i]));
            written += texts.Length;
        }
        return written;
    }

    private static string Paragraph(JsonElement article, int number, int ordinal, string text)
    {
        string id = article.GetProperty("id").GetString()!;
        string title = article.TryGetProperty("title", out JsonElement value) ? value.GetString() ?? "" : "";
        string date = FirstDay.AddDays(number / 8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{{\"id\":{Quote($"{id}#{ordinal}")},\"article\":{Quote(id)},\"ordinal\":{ordinal},\"title\":{Quote(title)},\"source\":{Quote(Source(id))}," +
            $"\"date\":\"{date}\",\"names\":[{List(Names().Matches(text))}],\"places\":[{List(Places().Matches(text))}],\"text\":{Quote(text)}}}";
    }

    // The collection's ids begin with where the article comes from.
    private static string Source(string id) => id.Split('-')[0];

    private static string List(MatchCollection matches) => string.Join(',', matches.Select(match => Quote(match.Value)));

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    // Capitals in a row stand for names, one behind "in" for a place: what they are does not matter here.
    [GeneratedRegex("[A-Z][a-z]+(?: [A-Z][a-z]+)+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();

    [GeneratedRegex("(?<=\\bin )[A-Z][a-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();
}
