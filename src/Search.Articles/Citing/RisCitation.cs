using System.Globalization;
using System.Text;

namespace Search.Articles.Citing;

/// <summary>A citation as a RIS record: a tag a line, ended by <c>ER</c>. Values stand on one line, so none can start a tag.</summary>
internal static class RisCitation
{
    public static string Write(CitedPassage source)
    {
        var record = new StringBuilder();
        Append(record, "TY", source.Outlet is null ? "ELEC" : "NEWS");
        Append(record, "ID", source.Id);
        Append(record, "TI", source.Title);
        foreach (string author in source.Authors)
            Append(record, "AU", author);
        Append(record, "T2", source.Outlet);
        Append(record, "PY", source.Published?.ToString("yyyy", CultureInfo.InvariantCulture));
        Append(record, "DA", source.Published?.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture));
        Append(record, "AB", source.Quote);
        Append(record, "UR", source.Original ?? source.Permalink);
        if (source.Original is not null)
            Append(record, "LK", source.Permalink);
        return record.Append("ER  - \r\n").ToString();
    }

    private static void Append(StringBuilder record, string tag, string? value)
    {
        if (value is not null)
            record.Append(tag).Append("  - ").Append(value).Append("\r\n");
    }
}
