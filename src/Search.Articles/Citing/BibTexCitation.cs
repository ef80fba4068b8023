using System.Globalization;
using System.Text;

namespace Search.Articles.Citing;

/// <summary>A citation as a BibTeX entry.</summary>
/// <remarks>BibTeX counts braces even behind a backslash, so a brace in a text becomes a command without one.</remarks>
internal static class BibTexCitation
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static string Write(CitedPassage source)
    {
        var entry = new StringBuilder(source.Outlet is null ? "@misc{" : "@article{").Append(source.Id);
        if (source.Authors.Count > 0)
            Append(entry, "author", string.Join(" and ", source.Authors.Select(Author)));
        Append(entry, "title", $"{{{Escape(source.Title)}}}");
        if (source.Outlet is { } outlet)
            Append(entry, "journal", Escape(outlet));
        if (source.Published is { } published)
        {
            Append(entry, "year", published.ToString("yyyy", CultureInfo.InvariantCulture));
            entry.Append(",\n  month = ").Append(Months[published.Month - 1]);
            Append(entry, "date", published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        Append(entry, "abstract", Escape(source.Quote));
        Append(entry, "url", Address(source.Original ?? source.Permalink));
        if (source.Original is not null)
            Append(entry, "note", $"Found at \\url{{{Address(source.Permalink)}}}");
        return entry.Append("\n}\n").ToString();
    }

    /// <summary>Text that TeX prints as it is.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char character in text)
        {
            _ = character switch
            {
                '\\' => escaped.Append("\\textbackslash{}"),
                '{' => escaped.Append("\\textbraceleft{}"),
                '}' => escaped.Append("\\textbraceright{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                '~' => escaped.Append("\\textasciitilde{}"),
                '"' => escaped.Append("\\textquotedbl{}"),
                '$' or '&' or '#' or '_' or '%' => escaped.Append('\\').Append(character),
                _ => escaped.Append(character),
            };
        }
        return escaped.ToString();
    }

    // An "and" or a comma inside a name would part it.
    private static string Author(string name) =>
        name.Contains(',', StringComparison.Ordinal) || name.Split(' ').Contains("and", StringComparer.OrdinalIgnoreCase) ? $"{{{Escape(name)}}}" : Escape(name);

    private static string Address(string address) => address
        .Replace("\\", "%5C", StringComparison.Ordinal).Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);

    private static void Append(StringBuilder entry, string name, string value) => entry.Append(",\n  ").Append(name).Append(" = {").Append(value).Append('}');
}
