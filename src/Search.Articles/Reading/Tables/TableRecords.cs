using System.Text;
using Search.Articles.Searching;

namespace Search.Articles.Reading.Tables;

/// <summary>The records of tables: a row of names, then an article a row.</summary>
internal static class TableRecords
{
    private const int MaxNamesShown = 20;

    /// <summary>The records; a row that cannot be read is skipped with the number of its line.</summary>
    public static IEnumerable<ReadResult> Read(SourceFile file, FieldMap fields)
    {
        using IEnumerator<ReadResult> rows = ReadRows(file, fields).GetEnumerator();
        while (true)
        {
            ReadResult? result = null;
            try
            {
                if (!rows.MoveNext()) yield break;
                result = rows.Current;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                result = Skip(file.Path, 0, e.Message);
            }

            yield return result; // after a fault the rows have ended
        }
    }

    private static IEnumerable<ReadResult> ReadRows(SourceFile file, FieldMap fields)
    {
        using StreamReader reader = TextStream.Open(SourceContent.Open(file));
        var table = new TableReader(reader);
        if (!table.Read())
        {
            yield return Skip(file.Path, 0, "empty");
            yield break;
        }

        var columns = new TableColumns(table.Values, fields);
        if (!columns.HasText)
        {
            yield return Skip(file.Path, 1, $"no column of texts ({string.Join(", ", fields.NamesOf(ArticleField.Text).Take(4))} …) among {Shown(table.Values)}; name it with --map text=COLUMN");
            yield break;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        int expected = table.Values.Count;
        while (table.Read())
        {
            yield return table.Error is { } error ? Skip(file.Path, table.Line, error) : FromRow(file, columns, table, expected, ids);
        }
    }

    private static ReadResult FromRow(SourceFile file, TableColumns columns, TableReader row, int expected, HashSet<string> ids)
    {
        string? text = columns.Value(row.Values, ArticleField.Text);
        if (text is null) return Skip(file.Path, row.Line, row.Values.Count < expected ? $"{row.Values.Count} values where the header has {expected}, and no text" : "no text");
        string path = SourcePath.OfPart(file.Path, row.Line);
        string id = ArticleId.OfPart(file.Id, columns.Value(row.Values, ArticleField.Id), row.Line);
        if (!ids.Add(id)) id = ArticleId.Distinguish(id, path);
        KnownHeader known = columns.Header(row.Values);
        byte[] bytes = Encoding.UTF8.GetBytes(string.Join('\u001F', row.Values));
        return new ReadResult(new SourceRecord(id, path, SourceContent.Hash(bytes), bytes.Length, () => RawArticles.OfText(id, path, text, known)), null);
    }

    private static string Shown(IReadOnlyList<string> names) => string.Join(", ", names.Take(MaxNamesShown).Select(name => name.Length > 40 ? name[..40] + "…" : name));

    private static ReadResult Skip(string path, int line, string reason) => new(null, new SkippedSource(path, line, reason));
}
