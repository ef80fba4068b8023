namespace Search.Articles.Schema;

/// <summary>The fields of an article index. One document is one paragraph; the last document of a block is the article.</summary>
internal static class ArticleFields
{
    /// <summary>What the document is: <see cref="ParagraphKindValue"/> or <see cref="ArticleKindValue"/>. Keyword and sorted column, both.</summary>
    public const string Kind = "kind";

    /// <summary>Id of the article. Keyword, sorted column and stored, both.</summary>
    public const string Article = "article";

    /// <summary>Place in the article. Numeric column, paragraphs.</summary>
    public const string Ordinal = "ordinal";

    /// <summary>Permalink key. Keyword and stored, paragraphs.</summary>
    public const string Key = "key";

    /// <summary>The paragraph. Text with offsets, stored, paragraphs.</summary>
    public const string Body = "body";

    /// <summary>Start offsets of the sentences. Binary column, paragraphs.</summary>
    public const string Sentences = "sentences";

    /// <summary>The headline. Text, both; stored on the article.</summary>
    public const string Headline = "headline";

    /// <summary>The paragraph again, where it is one of the first. Text, paragraphs.</summary>
    public const string Lead = "lead";

    /// <summary>Names as written and in canonical form. Text with gaps, paragraphs.</summary>
    public const string Names = "names";

    /// <summary>Places as written and in canonical form. Text with gaps, paragraphs.</summary>
    public const string Places = "places";

    /// <summary>Names in canonical form. Keyword and sorted-set column, paragraphs.</summary>
    public const string Name = "name";

    /// <summary>Places in canonical form. Keyword and sorted-set column, paragraphs.</summary>
    public const string Place = "place";

    /// <summary>Outlet. Keyword and sorted column, both; stored on the article.</summary>
    public const string Outlet = "outlet";

    /// <summary>Authors. Keyword and sorted-set column, both; stored on the article.</summary>
    public const string Author = "author";

    /// <summary>Language. Keyword and sorted column, both; stored on the article.</summary>
    public const string Language = "language";

    /// <summary>Seconds since 1970, UTC. Point and numeric column, both; stored on the article.</summary>
    public const string Published = "published";

    /// <summary>1 when <see cref="Published"/> came with a time zone. Stored, articles.</summary>
    public const string PublishedHasZone = "published_zone";

    /// <summary>1 for the text under a picture. Stored, paragraphs that are one.</summary>
    public const string Caption = "caption";

    /// <summary>Length of the subheading at the start. Stored, paragraphs that have one.</summary>
    public const string Subheading = "subheading";

    /// <summary>Address of the original. Keyword and stored, articles.</summary>
    public const string Url = "url";

    /// <summary>The file it came from. Keyword and stored, articles.</summary>
    public const string Path = "path";

    /// <summary>Hash of the content that was read. Stored, articles.</summary>
    public const string Hash = "hash";

    /// <summary>Hash of all that was derived from the content. Stored, articles.</summary>
    public const string Fingerprint = "fingerprint";

    /// <summary>What tells nearly identical articles. Binary column, articles; <see cref="ArticleSketch"/>.</summary>
    public const string Sketch = "sketch";

    /// <summary>Characters of all paragraphs. Numeric column, articles.</summary>
    public const string Length = "length";

    /// <summary>Headline and all paragraphs: stems with their numbers, no positions. Text, articles.</summary>
    public const string Text = "text";

    /// <summary>Number of paragraphs. Stored, articles.</summary>
    public const string ParagraphCount = "paragraphs";

    /// <summary>1 when the article was handed over, and did not come from a file. Stored, articles that were.</summary>
    public const string Submitted = "submitted";

    /// <summary>What was handed over, so that it can be taken apart anew. Stored, articles that were.</summary>
    public const string Submission = "submission";

    /// <summary>The text that the spans partition. Stored, articles.</summary>
    public const string Source = "source";

    /// <summary>What each stretch of the source is. Stored, articles; <see cref="SpanCodec"/>.</summary>
    public const string Spans = "spans";

    /// <summary>Value of <see cref="Kind"/> on paragraphs.</summary>
    public const string ParagraphKindValue = "paragraph";

    /// <summary>Value of <see cref="Kind"/> on articles.</summary>
    public const string ArticleKindValue = "article";
}
