using System.Text;
using System.Text.Json;
using Search.Articles.Searching;

namespace Search.Articles.Reading.Json;

/// <summary>The records of JSON files: one object a line, one array of objects, or a single object.</summary>
internal static class JsonRecords
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The records of a whole document. A file of one object a line under another name is read as such.</summary>
    public static IEnumerable<ReadResult> FromDocument(SourceFile file, byte[] content, FieldMap fields)
    {
        JsonDocument document;
        try
        {
            document = Parse(content);
        }
        catch (JsonException e)
        {
            return LooksLikeLines(content) ? FromLines(file, fields) : [Skip(file.Path, (int)(e.LineNumber ?? -1) + 1, $"not JSON: {e.Message}")];
        }

        using (document) return FromRoot(file, document.RootElement, new JsonArticleFields(fields));
    }

    /// <summary>The records of a file of one object a line; a bad line is skipped with its number.</summary>
    public static IEnumerable<ReadResult> FromLines(SourceFile file, FieldMap fields)
    {
        var map = new JsonArticleFields(fields);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        using var lines = new LineReader(file);
        while (lines.Read())
        {
            if (lines.Error is not null)
            {
                yield return Skip(file.Path, lines.Number, lines.Error);
                continue;
            }

            if (lines.Content.AsSpan().TrimStart(" \t\r\n"u8).IsEmpty) continue;
            yield return FromLine(file, lines.Content, lines.Number, ids, map);
        }
    }

    private static ReadResult FromLine(SourceFile file, byte[] line, int number, HashSet<string> ids, JsonArticleFields map)
    {
        try
        {
            using JsonDocument document = Parse(line);
            return FromObject(file, document.RootElement, line, number, ids, map);
        }
        catch (JsonException e)
        {
            return Skip(file.Path, number, $"not JSON: {e.Message}");
        }
    }

    private static List<ReadResult> FromRoot(SourceFile file, JsonElement root, JsonArticleFields map)
    {
        if (root.ValueKind == JsonValueKind.Object && map.ArticlesOf(root) is not { ValueKind: JsonValueKind.Array })
            return [FromObject(file, root, Encoding.UTF8.GetBytes(root.GetRawText()), 0, [], map)];

        JsonElement items = root.ValueKind == JsonValueKind.Object ? map.ArticlesOf(root) : root;
        if (items.ValueKind != JsonValueKind.Array) return [Skip(file.Path, 0, "neither a JSON object nor an array of objects")];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var results = new List<ReadResult>();
        foreach (JsonElement item in items.EnumerateArray())
            results.Add(FromObject(file, item, Encoding.UTF8.GetBytes(item.GetRawText()), results.Count + 1, ids, map));
        return results;
    }

    private static ReadResult FromObject(SourceFile file, JsonElement item, byte[] bytes, int number, HashSet<string> ids, JsonArticleFields map)
    {
        if (item.ValueKind != JsonValueKind.Object) return Skip(file.Path, number, "not a JSON object");
        if (map.TextOf(item) is not { } text) return Skip(file.Path, number, "no text field (text, body, content, article_text)");
        string path = number == 0 ? file.Path : $"{file.Path}:{number}";
        string id = number == 0 ? file.Id : ArticleId.OfPart(file.Id, map.IdOf(item), number);
        if (!ids.Add(id)) id = ArticleId.Distinguish(id, path);

        KnownHeader known = map.HeaderOf(item);
        return new ReadResult(new SourceRecord(id, path, SourceContent.Hash(bytes), bytes.Length, () => RawArticles.OfText(id, path, text, known)), null);
    }

    // JSON is UTF-8; a file in another encoding is decoded first.
    private static JsonDocument Parse(byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return JsonDocument.Parse(content.AsMemory(3), Options);
        if (System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.Contains((byte)0)) return JsonDocument.Parse(content, Options);
        return JsonDocument.Parse(TextDecoder.Decode(bytes).Text, Options);
    }

    private static bool LooksLikeLines(ReadOnlySpan<byte> content)
    {
        int end = content.IndexOf((byte)'\n');
        if (end <= 0) return false;
        ReadOnlySpan<byte> line = content[..end].TrimEnd("\r \t"u8);
        return line.Length > 1 && line[0] == '{' && line[^1] == '}';
    }

    private static ReadResult Skip(string path, int line, string reason) => new(null, new SkippedSource(path, line, reason));
}
