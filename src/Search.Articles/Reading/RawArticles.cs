using Search.Articles.Reading.Html;

namespace Search.Articles.Reading;

/// <summary>Makes raw articles of texts that came in fields: plain, with tags, or a whole page.</summary>
internal static class RawArticles
{
    /// <summary>The raw article of a field's text.</summary>
    public static RawArticle OfText(string id, string path, string text, KnownHeader known)
    {
        var repairs = new List<string>();
        string clean = TextRepair.Clean(text, repairs);
        if (HtmlSigns.IsPage(clean))
        {
            RawArticle page = PageReader.Read(id, path, new DecodedText(clean, "utf-16", repairs));
            return page with { Known = known.Over(page.Known) };
        }

        if (HtmlSigns.HasTags(clean)) return PageReader.ReadFragment(id, path, new DecodedText(clean, "utf-16", repairs), known);
        return new RawArticle { Id = id, Path = path, Source = clean, Known = known, IsBodyOnly = known.Headline is not null, Repairs = repairs };
    }
}
