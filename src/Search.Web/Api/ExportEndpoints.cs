using System.ComponentModel;
using System.IO.Pipelines;
using Search.Articles.Searching;
using Search.Web.Api.Exporting;
using Search.Web.Hosting;

namespace Search.Web.Api;

/// <summary><c>GET /v1/export</c>: a whole result set, streamed.</summary>
internal static class ExportEndpoints
{
    // A piece of the answer goes out when it is this long: memory does not grow with the number of results.
    private const int PieceBytes = 32 << 10;

    public static void MapExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/export", Export)
            .WithName("Export")
            .WithTags("Search")
            .WithSummary("All paragraphs that a query matches, in order, on one state of the index, as a file.")
            .Produces<string>(StatusCodes.Status200OK, "application/jsonl", "text/csv", "application/x-research-info-systems", "application/x-bibtex", "application/vnd.citationstyles.csl+json", "text/markdown")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task Export(
        [AsParameters] SearchRequest request,
        HttpContext context,
        IArticleIndex articles,
        PublicAddress address,
        CancellationToken cancellation,
        [Description("jsonl (default), csv, ris, bib, csl or md.")] string format = "jsonl",
        [Description("passages (default): the best sentences of each paragraph; paragraph: all of it.")] string text = "passages")
    {
        bool isWhole = text.Equals("paragraph", StringComparison.OrdinalIgnoreCase);
        if (!isWhole && !text.Equals("passages", StringComparison.OrdinalIgnoreCase))
            throw new ParameterException("text", $"text is passages or paragraph, not \"{text}\"");
        if (request.Limit is not null || request.Cursor is not null)
            throw new ParameterException(request.Limit is null ? "cursor" : "limit", "an export is whole: it takes neither limit nor cursor");
        string Permalink(SnippetHit hit) => address.Of(context.Request, Links.Paragraph(hit.Article.Id, hit.Paragraph.Key));
        var writer = ExportWriter.Create(format, Permalink, request.Query ?? "")
            ?? throw new ParameterException("format", $"format is one of {string.Join(", ", ExportWriter.Formats)}, not \"{format}\"");
        // A broken query is refused here, before the answer begins.
        using IEnumerator<SnippetHit> hits = articles.Export(request.ToQuery(paragraphsPerArticle: 1) with { WholeParagraphs = isWhole }, cancellation).GetEnumerator();
        bool isThere = hits.MoveNext();
        context.Response.ContentType = writer.MediaType;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"search.{format.ToLowerInvariant()}\"";
        await WriteAsync(context.Response.BodyWriter, writer, hits, isThere, cancellation);
    }

    private static async Task WriteAsync(PipeWriter output, ExportWriter writer, IEnumerator<SnippetHit> hits, bool isThere, CancellationToken cancellation)
    {
        writer.Start(output);
        for (; isThere; isThere = hits.MoveNext())
        {
            writer.Write(output, hits.Current);
            if (output.UnflushedBytes >= PieceBytes)
                await output.FlushAsync(cancellation); // waits while the client reads more slowly than we write
        }
        writer.End(output);
        await output.FlushAsync(cancellation);
    }
}
