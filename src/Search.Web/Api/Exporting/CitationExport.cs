using System.Buffers;
using Search.Articles.Citing;
using Search.Articles.Searching;

namespace Search.Web.Api.Exporting;

/// <summary>A citation a paragraph.</summary>
internal sealed class CitationExport : ExportWriter
{
    private readonly CitationFormat _format;
    private readonly Func<SnippetHit, string> _permalink;
    private bool _hasEntry;

    public CitationExport(string format, Func<SnippetHit, string> permalink)
    {
        if (!CitationFormats.TryParse(format, out _format))
            throw new ArgumentException($"no format \"{format}\"", nameof(format));
        _permalink = permalink;
    }

    public override string MediaType => _format.MediaType();

    public override void Start(IBufferWriter<byte> output) => Append(output, CitationList.Start(_format));

    public override void Write(IBufferWriter<byte> output, SnippetHit hit)
    {
        if (_hasEntry)
            Append(output, CitationList.Between(_format));
        _hasEntry = true;
        Append(output, CitationList.Entry(_format, hit.Article, TextOf(hit), _permalink(hit)));
    }

    public override void End(IBufferWriter<byte> output) => Append(output, CitationList.End(_format));
}
