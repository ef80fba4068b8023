using System.Xml;

namespace Search.Articles.Reading.Feeds;

/// <summary>An item of a feed as it was read, of RSS 0.9x to 2.0 or Atom.</summary>
internal sealed class FeedItem
{
    private const string ContentModule = "http://purl.org/rss/1.0/modules/content/";

    private string? _published;
    private string? _updated;

    public string? Id { get; private set; }

    public string? Title { get; private set; }

    public string? Link { get; private set; }

    /// <summary>When it was published, else when it was changed.</summary>
    public string? Date => _published ?? _updated;

    /// <summary>The name of another publisher that the item came from.</summary>
    public string? Source { get; private set; }

    public List<string> Authors { get; } = [];

    /// <summary>The full text; null when the feed has only a summary.</summary>
    public string? Content { get; private set; }

    public string? Summary { get; private set; }

    /// <summary>Reads the item that the reader stands on; moves behind it.</summary>
    /// <exception cref="XmlException">It is nested too deeply, or not well formed.</exception>
    public static FeedItem Read(XmlReader xml, int maxDepth)
    {
        var item = new FeedItem();
        int depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return item;
        }

        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element) item.ReadPart(xml, maxDepth);
            else xml.Read();
        }

        return item;
    }

    private void ReadPart(XmlReader xml, int maxDepth)
    {
        string name = xml.LocalName;
        bool isContent = name == "encoded" && xml.NamespaceURI == ContentModule || name == "content" && xml.NamespaceURI.Contains("Atom", StringComparison.OrdinalIgnoreCase);
        string? address = name == "link" && xml.GetAttribute("rel") is null or "alternate" ? xml.GetAttribute("href") : null;
        bool isOtherLink = name == "link" && xml.GetAttribute("rel") is not (null or "alternate");
        string text = ElementText.Read(xml, maxDepth);
        if (isContent) Content ??= Filled(text);
        else if (isOtherLink) return;
        else Set(name, text, address);
    }

    private void Set(string name, string text, string? address)
    {
        switch (name)
        {
            case "guid" or "id": Id ??= Filled(text); break;
            case "title": Title ??= Filled(text); break;
            case "link": Link ??= Filled(address ?? text); break;
            case "pubDate" or "published" or "date": _published ??= Filled(text); break;
            case "updated": _updated ??= Filled(text); break;
            case "description" or "summary": Summary ??= Filled(text); break;
            case "source": Source ??= text.Contains('<', StringComparison.Ordinal) ? null : Filled(text); break;
            case "author" or "creator":
                if (Person(text) is { } person) Authors.Add(person);
                break;
        }
    }

    // "<name>Ann Writer</name><email>…", "ann@example.org (Ann Writer)", "Ann Writer".
    private static string? Person(string text)
    {
        int start = text.IndexOf("<name>", StringComparison.Ordinal), end = text.IndexOf("</name>", StringComparison.Ordinal);
        if (start >= 0 && end > start) return Filled(text[(start + 6)..end]);
        int open = text.IndexOf('(', StringComparison.Ordinal), close = text.LastIndexOf(')');
        if (text.Contains('@', StringComparison.Ordinal)) return open >= 0 && close > open ? Filled(text[(open + 1)..close]) : null;
        return Filled(text);
    }

    private static string? Filled(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
