namespace Search.Articles.Citing;

/// <summary>Names, media types and file extensions of the formats.</summary>
public static class CitationFormats
{
    /// <summary>The names that <see cref="TryParse"/> reads first, in the order of the formats.</summary>
    public static IReadOnlyList<string> Names { get; } = ["plain", "markdown", "ris", "bibtex", "csl-json"];

    /// <summary>Reads a format's name or file extension; false when it is none.</summary>
    public static bool TryParse(string? name, out CitationFormat format)
    {
        CitationFormat? found = name?.ToLowerInvariant() switch
        {
            "plain" or "txt" => CitationFormat.Plain,
            "markdown" or "md" => CitationFormat.Markdown,
            "ris" => CitationFormat.Ris,
            "bibtex" or "bib" => CitationFormat.BibTeX,
            "csl-json" or "csl" or "json" => CitationFormat.CslJson,
            _ => null,
        };
        format = found ?? default;
        return found is not null;
    }

    /// <summary>The media type of a text in this format.</summary>
    public static string MediaType(this CitationFormat format) => format switch
    {
        CitationFormat.Markdown => "text/markdown; charset=utf-8",
        CitationFormat.Ris => "application/x-research-info-systems; charset=utf-8",
        CitationFormat.BibTeX => "application/x-bibtex; charset=utf-8",
        CitationFormat.CslJson => "application/vnd.citationstyles.csl+json",
        _ => "text/plain; charset=utf-8",
    };

    /// <summary>The usual extension of a file in this format, without the dot.</summary>
    public static string Extension(this CitationFormat format) => format switch
    {
        CitationFormat.Markdown => "md",
        CitationFormat.Ris => "ris",
        CitationFormat.BibTeX => "bib",
        CitationFormat.CslJson => "json",
        _ => "txt",
    };
}
