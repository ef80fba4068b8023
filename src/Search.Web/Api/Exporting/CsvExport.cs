using System.Buffers;
using System.Globalization;
using System.Text;
using Search.Articles.Searching;

namespace Search.Web.Api.Exporting;

/// <summary>A table (RFC 4180): a paragraph a row, lists joined by semicolons.</summary>
internal sealed class CsvExport(Func<SnippetHit, string> permalink) : ExportWriter
{
    private const string Header = "article,headline,outlet,authors,published,url,key,ordinal,permalink,score,text,names,places\r\n";

    public override string MediaType => "text/csv; charset=utf-8; header=present";

    public override void Start(IBufferWriter<byte> output) => Append(output, Header);

    public override void Write(IBufferWriter<byte> output, SnippetHit hit)
    {
        ArticleHeader article = hit.Article;
        string[] cells =
        [
            Cell(article.Id), Cell(article.Headline ?? ""), Cell(article.Outlet ?? ""), Cell(string.Join("; ", article.Authors)),
            article.Published?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) ?? "", Cell(article.Url ?? ""), Cell(hit.Paragraph.Key),
            hit.Paragraph.Ordinal.ToString(CultureInfo.InvariantCulture), Cell(permalink(hit)), hit.Paragraph.Score.ToString("R", CultureInfo.InvariantCulture),
            Cell(TextOf(hit)), Cell(string.Join("; ", hit.Paragraph.Names)), Cell(string.Join("; ", hit.Paragraph.Places)),
        ];
        Append(output, string.Join(',', cells));
        Append(output, "\r\n");
    }

    /// <summary>A text as a quoted cell. Spreadsheets take some first characters for the start of a formula: an apostrophe keeps it text.</summary>
    public static string Cell(string text)
    {
        var cell = new StringBuilder("\"", text.Length + 3);
        string bare = text.TrimStart();
        if (text is ['\t' or '\r' or '\n', ..] || bare is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..])
            cell.Append('\'');
        return cell.Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').ToString();
    }
}
