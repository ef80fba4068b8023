using Search.Engine.Documents;
using Search.Engine.Index;

namespace Search.Articles.Schema;

/// <summary>Turns an article into its block of documents: paragraphs in order, then the article itself.</summary>
internal static class ArticleDocuments
{
    // Paragraphs that summarise an article stand at its beginning.
    private const int LeadParagraphs = 2;

    // Ranks articles as wholes: how often each word stands in them, not where.
    private static readonly FieldType WholeText = new() { IndexOptions = IndexOptions.DocsAndFreqs };

    /// <param name="article">The article.</param>
    /// <param name="contentHash">Hash of the bytes it was read from.</param>
    /// <param name="fingerprint">Hash of all that is in it (<see cref="ArticleFingerprint"/>).</param>
    /// <param name="submission">What was handed over; null for an article of a file.</param>
    public static IEnumerable<Document> Create(Article article, string contentHash, string fingerprint, byte[]? submission = null)
    {
        foreach (Paragraph paragraph in article.Paragraphs)
            yield return CreateParagraph(article, paragraph);
        Document last = CreateArticle(article, contentHash, fingerprint);
        if (submission is not null)
        {
            last.Add(Field.CreateStored(ArticleFields.Submitted, 1));
            last.Add(Field.CreateStored(ArticleFields.Submission, submission));
        }
        yield return last;
    }

    private static Document CreateParagraph(Article article, Paragraph paragraph)
    {
        Document document = CreateCommon(article, ArticleFields.ParagraphKindValue);
        document.Add(Field.CreateColumn(ArticleFields.Ordinal, paragraph.Ordinal));
        document.Add(Field.CreateKeyword(ArticleFields.Key, paragraph.Key, stored: true));
        document.Add(Field.CreateText(ArticleFields.Body, paragraph.Text, stored: true, offsets: true));
        document.Add(Field.CreateColumn(ArticleFields.Sentences, SentenceColumn.Encode(paragraph.Sentences), DocValuesType.Binary));
        if (article.Headline is { } headline)
            document.Add(Field.CreateText(ArticleFields.Headline, headline));
        if (paragraph.Ordinal < LeadParagraphs)
            document.Add(Field.CreateText(ArticleFields.Lead, paragraph.Text));
        if (paragraph.Kind == ParagraphKind.Caption)
            document.Add(Field.CreateStored(ArticleFields.Caption, 1));
        if (paragraph.SubheadingLength > 0)
            document.Add(Field.CreateStored(ArticleFields.Subheading, paragraph.SubheadingLength));
        AddMentions(document, paragraph, isPlace: false, ArticleFields.Names, ArticleFields.Name);
        AddMentions(document, paragraph, isPlace: true, ArticleFields.Places, ArticleFields.Place);
        return document;
    }

    private static Document CreateArticle(Article article, string contentHash, string fingerprint)
    {
        Document document = CreateCommon(article, ArticleFields.ArticleKindValue);
        if (article.Headline is { } headline)
            document.Add(Field.CreateText(ArticleFields.Headline, headline, stored: true));
        foreach (string text in article.Paragraphs.Select(paragraph => paragraph.Text).Prepend(article.Headline ?? ""))
            document.Add(Field.Create(ArticleFields.Text, text, WholeText));
        AddStored(document, ArticleFields.Outlet, article.Outlet);
        AddStored(document, ArticleFields.Language, article.Language);
        foreach (string author in article.Authors)
            document.Add(Field.CreateStored(ArticleFields.Author, author));
        if (article.Published is { } published)
        {
            document.Add(Field.CreateStored(ArticleFields.Published, (object)published.ToUnixTimeSeconds()));
            document.Add(Field.CreateStored(ArticleFields.PublishedHasZone, article.PublishedHasZone ? 1 : 0));
        }
        if (article.Url is { } url)
            document.Add(Field.CreateKeyword(ArticleFields.Url, url, stored: true));
        document.Add(Field.CreateKeyword(ArticleFields.Path, article.Path, stored: true));
        document.Add(Field.CreateStored(ArticleFields.Hash, contentHash));
        document.Add(Field.CreateStored(ArticleFields.Fingerprint, fingerprint));
        document.Add(Field.CreateColumn(ArticleFields.Sketch, ArticleSketch.Of(article), DocValuesType.Binary));
        document.Add(Field.CreateColumn(ArticleFields.Length, article.Paragraphs.Sum(paragraph => (long)paragraph.Text.Length)));
        document.Add(Field.CreateStored(ArticleFields.ParagraphCount, article.Paragraphs.Count));
        document.Add(Field.CreateStored(ArticleFields.Source, article.Source));
        document.Add(Field.CreateStored(ArticleFields.Spans, SpanCodec.Encode(article.Spans)));
        return document;
    }

    private static Document CreateCommon(Article article, string kind)
    {
        var document = new Document();
        AddKeyword(document, ArticleFields.Kind, kind, multiValued: false);
        document.Add(Field.CreateKeyword(ArticleFields.Article, article.Id, stored: true));
        document.Add(Field.CreateColumn(ArticleFields.Article, article.Id));
        if (article.Outlet is { } outlet)
            AddKeyword(document, ArticleFields.Outlet, outlet, multiValued: false);
        if (article.Language is { } language)
            AddKeyword(document, ArticleFields.Language, language, multiValued: false);
        foreach (string author in article.Authors)
            AddKeyword(document, ArticleFields.Author, author, multiValued: true);
        if (article.Published is { } published)
        {
            document.Add(Field.CreatePoint(ArticleFields.Published, published.ToUnixTimeSeconds()));
            document.Add(Field.CreateColumn(ArticleFields.Published, published.ToUnixTimeSeconds()));
        }
        return document;
    }

    private static void AddMentions(Document document, Paragraph paragraph, bool isPlace, string textField, string keywordField)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        var canonical = new HashSet<string>(StringComparer.Ordinal);
        foreach (Mention mention in paragraph.Mentions)
        {
            if ((mention.Kind == MentionKind.Place) != isPlace)
                continue;
            if (written.Add(paragraph.Text.Substring(mention.Start, mention.Length)))
                document.Add(Field.CreateText(textField, paragraph.Text.Substring(mention.Start, mention.Length)));
            if (canonical.Add(mention.Canonical))
                AddKeyword(document, keywordField, mention.Canonical, multiValued: true);
            if (written.Add(mention.Canonical))
                document.Add(Field.CreateText(textField, mention.Canonical));
        }
    }

    private static void AddKeyword(Document document, string name, string value, bool multiValued)
    {
        document.Add(Field.CreateKeyword(name, value));
        document.Add(Field.CreateColumn(name, value, multiValued));
    }

    private static void AddStored(Document document, string name, string? value)
    {
        if (value is not null)
            document.Add(Field.CreateStored(name, value));
    }
}
