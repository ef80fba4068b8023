using System.Net;
using System.Text;
using System.Xml;
using Search.Articles.Searching;

namespace Search.Articles.Reading.Feeds;

/// <summary>The records of RSS and Atom files: each item is an article, by its full content where the feed has it, else by its summary.</summary>
/// <remarks>Document types and what they define are passed over; nothing outside the file is ever opened.</remarks>
internal static class FeedRecords
{
    private const int MaxDepth = 128;

    /// <summary>The records; where the XML breaks off, the items before that place are read.</summary>
    public static IEnumerable<ReadResult> Read(SourceFile file, byte[] content)
    {
        if (Binary.Reason(content) is { } reason) return [Skip(file.Path, 0, reason)];
        string text = XmlEntities.Resolve(TextDecoder.Decode(content, XmlEncoding.Declared(content)).Text);
        var results = new List<ReadResult>();
        try
        {
            using XmlReader xml = Open(text);
            ReadFeed(file, xml, results);
        }
        catch (XmlException e)
        {
            results.Add(Skip(file.Path, e.LineNumber, $"not XML from here on: {e.Message}"));
        }

        return results;
    }

    private static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    private static void ReadFeed(SourceFile file, XmlReader xml, List<ReadResult> results)
    {
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName is not ("rss" or "feed" or "RDF"))
        {
            results.Add(Skip(file.Path, 0, "XML, but no RSS or Atom feed"));
            return;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        string? title = null, language = xml.XmlLang is { Length: > 0 } declared ? declared : null;
        int number = 0;
        while (!xml.EOF)
        {
            bool isElement = xml.NodeType == XmlNodeType.Element;
            if (xml.Depth > MaxDepth) throw new XmlException("elements are nested too deeply", null, LineOf(xml), 0);
            if (isElement && xml.LocalName is "item" or "entry")
            {
                int line = LineOf(xml);
                FeedItem item = FeedItem.Read(xml, MaxDepth);
                results.Add(FromItem(file, item, ++number, line, title, language, ids));
            }
            else if (isElement && title is null && xml.LocalName == "title") title = Plain(ElementText.Read(xml, MaxDepth));
            else if (isElement && xml.LocalName == "language") language ??= ElementText.Read(xml, MaxDepth).Trim();
            else if (isElement && xml.LocalName == "image") xml.Skip(); // it has a title of its own
            else xml.Read();
        }
    }

    private static ReadResult FromItem(SourceFile file, FeedItem item, int number, int line, string? feedTitle, string? language, HashSet<string> ids)
    {
        string? text = item.Content ?? item.Summary;
        if (string.IsNullOrWhiteSpace(text)) return Skip(file.Path, line, "an item without content or summary");
        string path = SourcePath.OfPart(file.Path, number);
        string id = ArticleId.OfPart(file.Id, item.Id ?? item.Link, number);
        if (!ids.Add(id)) id = ArticleId.Distinguish(id, path);
        (DateTimeOffset? published, bool hasZone) = item.Date is { } date && Json.JsonDate.FromText(date.Trim()) is { } found ? found : (null, false);
        var known = new KnownHeader
        {
            Headline = item.Title is { } title ? Plain(title) : null,
            Outlet = item.Source is { } source ? Plain(source) : feedTitle,
            Authors = [.. item.Authors.SelectMany(author => Headers.Byline.Names(Plain(author)))],
            Published = published,
            PublishedHasZone = hasZone,
            Url = item.Link?.Trim(),
            Language = language,
        };
        byte[] bytes = Encoding.UTF8.GetBytes(string.Join('\u001F', item.Title, text, item.Date, item.Link, feedTitle, language, string.Join('\u001E', item.Authors)));
        return new ReadResult(new SourceRecord(id, path, SourceContent.Hash(bytes), bytes.Length, () => RawArticles.OfText(id, path, text, known)), null);
    }

    // Titles are escaped once for XML and often once more for HTML.
    private static string Plain(string text)
    {
        string decoded = WebUtility.HtmlDecode(text);
        var plain = new StringBuilder(decoded.Length);
        var inTag = false;
        for (var i = 0; i < decoded.Length; i++)
        {
            char c = decoded[i];
            if (c == '<' && i + 1 < decoded.Length && (char.IsAsciiLetter(decoded[i + 1]) || decoded[i + 1] == '/')) inTag = true;
            if (!inTag) plain.Append(c);
            if (c == '>') inTag = false;
        }

        return plain.ToString().Trim();
    }

    private static int LineOf(XmlReader xml) => xml is IXmlLineInfo { } info && info.HasLineInfo() ? info.LineNumber : 0;

    private static ReadResult Skip(string path, int line, string reason) => new(null, new SkippedSource(path, line, reason));
}
