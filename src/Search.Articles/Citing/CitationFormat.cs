namespace Search.Articles.Citing;

/// <summary>How a citation is written.</summary>
public enum CitationFormat
{
    /// <summary>A sentence for people.</summary>
    Plain,

    /// <summary>CommonMark: the quotation as a block, the source as links.</summary>
    Markdown,

    /// <summary>RIS, one record.</summary>
    Ris,

    /// <summary>BibTeX, one entry, in UTF-8.</summary>
    BibTeX,

    /// <summary>CSL-JSON, an array of items.</summary>
    CslJson,
}
