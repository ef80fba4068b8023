using System.Buffers;
using System.Text;
using Search.Articles.Searching;

namespace Search.Web.Api.Exporting;

/// <summary>Writes a result set in one format, piece by piece; nothing is kept.</summary>
internal abstract class ExportWriter
{
    /// <summary>The names that <see cref="Create"/> knows.</summary>
    public static readonly string[] Formats = ["jsonl", "csv", "ris", "bib", "csl", "md"];

    /// <summary>The media type of the whole.</summary>
    public abstract string MediaType { get; }

    /// <summary>The writer of a format; null when there is none of that name.</summary>
    /// <param name="permalink">The absolute address of a paragraph.</param>
    /// <param name="queryText">The query that links carry.</param>
    public static ExportWriter? Create(string format, Func<SnippetHit, string> permalink, string queryText) => format.ToLowerInvariant() switch
    {
        "jsonl" => new JsonLinesExport(queryText),
        "csv" => new CsvExport(permalink),
        "ris" or "bib" or "csl" or "md" => new CitationExport(format, permalink),
        _ => null,
    };

    /// <summary>What stands before the first hit.</summary>
    public virtual void Start(IBufferWriter<byte> output)
    {
    }

    /// <summary>One hit.</summary>
    public abstract void Write(IBufferWriter<byte> output, SnippetHit hit);

    /// <summary>What stands behind the last hit.</summary>
    public virtual void End(IBufferWriter<byte> output)
    {
    }

    /// <summary>The passages of a paragraph as one text.</summary>
    protected static string TextOf(SnippetHit hit) => string.Join(" … ", hit.Paragraph.Snippets.Select(snippet => snippet.Text));

    protected static void Append(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
