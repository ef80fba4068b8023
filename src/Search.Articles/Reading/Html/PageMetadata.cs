using System.Text.Json;
using AngleSharp.Dom;
using Search.Articles.Reading.Headers;
using Search.Articles.Reading.Json;

namespace Search.Articles.Reading.Html;

/// <summary>Reads what a page says of its article: JSON-LD, then meta elements, then the first heading and the title.</summary>
internal static class PageMetadata
{
    private static readonly string[] HeadlineNames = ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"];
    private static readonly string[] OutletNames = ["og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "article:publisher"];
    private static readonly string[] AuthorNames =
        ["author", "article:author", "dc.creator", "dcterms.creator", "dc.creator.name", "parsely-author", "sailthru.author", "byl"];
    private static readonly string[] DateNames =
        ["article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date", "article.published", "og:article:published_time"];

    /// <summary>The header as the page's markup gives it.</summary>
    public static KnownHeader Read(IDocument document)
    {
        JsonElement? article = JsonLd.FindArticle(document);
        Dictionary<string, string> meta = Meta(document);
        string? outlet = article is { } a && JsonLd.Text(a, "publisher") is { } publisher ? publisher : First(meta, OutletNames, IsName);
        (DateTimeOffset? published, bool hasZone) = Published(document, article, meta);
        return new KnownHeader
        {
            Headline = Headline(document, article, meta, outlet),
            Outlet = outlet,
            Authors = Authors(document, article, meta),
            Published = published,
            PublishedHasZone = hasZone,
            Url = Url(document, meta),
            Language = document.DocumentElement.GetAttribute("lang") is { Length: >= 2 } language ? language[..2].ToLowerInvariant() : null,
        };
    }

    private static string? Headline(IDocument document, JsonElement? article, Dictionary<string, string> meta, string? outlet)
    {
        string? title = First(meta, HeadlineNames, text => text.Length > 3);
        if (article is { } a && JsonLd.Text(a, "headline") is { Length: > 3 } headline) return PageTitle.Split(headline, outlet).Headline;
        string? wanted = title is not null ? PageTitle.Split(title, outlet).Headline : null;
        foreach (IElement heading in document.QuerySelectorAll("h1"))
        {
            string text = Flat(heading.TextContent);
            if (text.Length < 4) continue;
            if (wanted is not null && Headlines.IsVariant(text, wanted) || document.Title is { } page && page.Contains(text, StringComparison.OrdinalIgnoreCase) && text.Contains(' ', StringComparison.Ordinal)) return text;
        }

        if (wanted is not null) return wanted;
        return string.IsNullOrWhiteSpace(document.Title) ? null : PageTitle.Split(Flat(document.Title), outlet).Headline;
    }

    private static List<string> Authors(IDocument document, JsonElement? article, Dictionary<string, string> meta)
    {
        var authors = new List<string>();
        if (article is { } a) Add(authors, JsonLd.Texts(a, "author").Where(IsName).SelectMany(Byline.Names));
        if (authors.Count == 0 && First(meta, AuthorNames, IsName) is { } named) Add(authors, Byline.Names(named));
        if (authors.Count == 0 && document.QuerySelector("[rel=author],[itemprop=author],.author,.byline") is { } element && Flat(element.TextContent) is { Length: > 0 and < 80 } text)
            Add(authors, Byline.Names(text));
        return authors;
    }

    private static void Add(List<string> authors, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (!authors.Contains(name, StringComparer.OrdinalIgnoreCase)) authors.Add(name);
        }
    }

    private static (DateTimeOffset? Published, bool HasZone) Published(IDocument document, JsonElement? article, Dictionary<string, string> meta)
    {
        if (article is { } a && JsonLd.Text(a, "datePublished") is { } structured && JsonDate.FromText(structured) is { } first) return first;
        foreach (string name in DateNames)
        {
            if (meta.TryGetValue(name, out string? value) && JsonDate.FromText(value) is { } date) return date;
        }

        foreach (IElement element in document.QuerySelectorAll("[itemprop=datePublished],time[pubdate],time[datetime]"))
        {
            string text = element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? Flat(element.TextContent);
            if (JsonDate.FromText(text) is { } date) return date;
        }

        return (null, false);
    }

    private static string? Url(IDocument document, Dictionary<string, string> meta)
    {
        string? url = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? meta.GetValueOrDefault("og:url");
        return url is not null && Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" ? url : null;
    }

    // Several writers for one name: the first wins, as on the pages themselves.
    private static Dictionary<string, string> Meta(IDocument document)
    {
        var meta = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (IElement element in document.QuerySelectorAll("meta[content]"))
        {
            string? content = element.GetAttribute("content");
            if (string.IsNullOrWhiteSpace(content)) continue;
            foreach (string attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
            {
                if (element.GetAttribute(attribute) is not { Length: > 0 } names) continue;
                foreach (string name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries)) meta.TryAdd(name, Flat(content));
            }
        }

        return meta;
    }

    private static string? First(Dictionary<string, string> meta, string[] names, Func<string, bool> isGood)
    {
        foreach (string name in names)
        {
            if (meta.TryGetValue(name, out string? value) && isGood(value)) return value;
        }

        return null;
    }

    private static bool IsName(string text) => text.Length is > 1 and < 120 && !text.Contains("://", StringComparison.Ordinal);

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
