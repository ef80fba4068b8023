using System.Buffers;
using Search.Articles.Searching;

namespace Search.Web.Api.Exporting;

/// <summary>A result a line, as <c>/v1/snippets</c> gives it.</summary>
internal sealed class JsonLinesExport(string queryText) : ExportWriter
{
    public override string MediaType => JsonLines.MediaType;

    public override void Write(IBufferWriter<byte> output, SnippetHit hit) =>
        JsonLines.Write(output, hit.ToResult(queryText), ApiJson.Default.SnippetResult);
}
