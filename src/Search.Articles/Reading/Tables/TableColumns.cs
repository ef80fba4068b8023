using Search.Articles.Reading.Headers;
using Search.Articles.Reading.Json;

namespace Search.Articles.Reading.Tables;

/// <summary>Which column of a table holds which part of an article.</summary>
internal sealed class TableColumns
{
    private readonly Dictionary<ArticleField, int[]> _columns = [];

    public TableColumns(IReadOnlyList<string> names, FieldMap fields)
    {
        string[] clean = [.. names.Select(name => name.Trim().Trim('\uFEFF'))];
        foreach (ArticleField field in Enum.GetValues<ArticleField>())
        {
            IEnumerable<int> found = fields.NamesOf(field).Select(name => Array.FindIndex(clean, column => column.Equals(name, StringComparison.OrdinalIgnoreCase)));
            _columns[field] = [.. found.Where(index => index >= 0).Distinct()];
        }
    }

    /// <summary>Whether there is a column of texts.</summary>
    public bool HasText => _columns[ArticleField.Text].Length > 0;

    /// <summary>The first value of a part that is not empty; null when there is none.</summary>
    public string? Value(IReadOnlyList<string> row, ArticleField field)
    {
        foreach (int column in _columns[field])
        {
            if (column < row.Count && !string.IsNullOrWhiteSpace(row[column])) return row[column].Trim();
        }

        return null;
    }

    /// <summary>What a row says of the header.</summary>
    public KnownHeader Header(IReadOnlyList<string> row)
    {
        (DateTimeOffset? published, bool hasZone) = Value(row, ArticleField.Published) is { } date && JsonDate.FromText(date) is { } found ? found : (null, false);
        return new KnownHeader
        {
            Headline = Value(row, ArticleField.Headline),
            Outlet = Value(row, ArticleField.Outlet),
            Authors = Value(row, ArticleField.Author) is { } authors ? [.. Byline.Names(authors.Trim('[', ']').Replace("'", "", StringComparison.Ordinal))] : [],
            Published = published,
            PublishedHasZone = hasZone,
            Url = Value(row, ArticleField.Url),
            Language = Value(row, ArticleField.Language),
        };
    }
}
