using System.Text.Json;

namespace Search.Soak.Corpora;

/// <summary>Articles made of generated paragraphs, as a file of JSON lines.</summary>
internal static class GeneratedArticles
{
    private const int ParagraphsOfAnArticle = 5;

    /// <summary>Writes that many articles into a folder.</summary>
    public static void Write(int articles, string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "articles.jsonl"), FileMode.Create);
        var number = 0;
        foreach (string[] paragraphs in File.ReadLines(GeneratedCorpus.Paragraphs(articles * ParagraphsOfAnArticle)).Chunk(ParagraphsOfAnArticle))
        {
            using var json = new Utf8JsonWriter(file);
            json.WriteStartObject();
            json.WriteNumber("id", number++);
            using (JsonDocument first = JsonDocument.Parse(paragraphs[0]))
                json.WriteString("title", first.RootElement.GetProperty("title").GetString());
            json.WriteString("text", string.Join("\n\n", paragraphs.Select(Body)));
            json.WriteEndObject();
            json.Flush();
            file.WriteByte((byte)'\n');
        }
    }

    private static string Body(string line)
    {
        using JsonDocument paragraph = JsonDocument.Parse(line);
        return paragraph.RootElement.GetProperty("text").GetString()!;
    }
}
