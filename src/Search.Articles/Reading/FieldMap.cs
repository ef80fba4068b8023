using System.Collections.Frozen;

namespace Search.Articles.Reading;

/// <summary>Which fields of JSON objects and columns of tables hold which part of an article: named by somebody, else by the names that are common.</summary>
/// <remarks>Immutable and shareable.</remarks>
public sealed class FieldMap
{
    private static readonly Dictionary<ArticleField, string[]> CommonNames = new()
    {
        [ArticleField.Text] = ["text", "body", "content", "article_text", "articleBody", "article_body", "full_text", "fulltext", "maintext", "body_text", "story", "article", "article_content", "news", "html", "content_html"],
        [ArticleField.Headline] = ["title", "headline", "head", "name"],
        [ArticleField.Published] = ["published", "date", "publish_date", "published_at", "publishedAt", "date_publish", "datePublished", "publication_date", "pub_date", "pubDate", "published_date", "publishdate", "created_at", "timestamp", "datetime"],
        [ArticleField.Url] = ["url", "link", "canonical_url", "href", "web_url", "article_url"],
        [ArticleField.Outlet] = ["outlet", "publisher", "publication", "source", "source_name", "site", "site_name", "source_domain", "domain", "newspaper"],
        [ArticleField.Author] = ["authors", "author", "byline", "creator", "writer"],
        [ArticleField.Language] = ["language", "lang"],
        [ArticleField.Id] = ["id", "_id", "guid", "uuid", "article_id"],
    };

    private readonly FrozenDictionary<ArticleField, string[]> _names;
    private readonly string _text;

    private FieldMap(string text, IReadOnlyDictionary<ArticleField, string> named)
    {
        _text = text;
        _names = CommonNames.ToFrozenDictionary(
            entry => entry.Key,
            entry => named.TryGetValue(entry.Key, out string? name) ? [name, .. entry.Value] : entry.Value);
    }

    /// <summary>The names that collections commonly use.</summary>
    public static FieldMap Common { get; } = new("", new Dictionary<ArticleField, string>());

    /// <summary>Reads "headline=title,text=content": parts of an article (id, headline, text, outlet, author, published, url, language) and the fields that hold them.</summary>
    /// <remarks>"source.name" means the field "name" of the object in the field "source", unless there is a field "source.name". Common names count where none is given.</remarks>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static FieldMap Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var named = new Dictionary<ArticleField, string>();
        foreach (string pair in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string part = equals > 0 ? pair[..equals].Trim() : pair;
            string name = equals > 0 ? pair[(equals + 1)..].Trim() : "";
            if (name.Length == 0 || !Enum.TryParse(part, ignoreCase: true, out ArticleField field) || !Enum.IsDefined(field) || char.IsAsciiDigit(part[0]))
                throw new FormatException($"\"{pair}\" is not PART=FIELD, where PART is id, headline, text, outlet, author, published, url or language");
            named[field] = name;
        }

        return named.Count == 0 ? Common : new FieldMap(text, named);
    }

    /// <summary>Names of the fields that may hold a part, the likeliest first.</summary>
    public IReadOnlyList<string> NamesOf(ArticleField field) => _names[field];

    /// <summary>The text that it was read from; empty for the common names.</summary>
    public override string ToString() => _text;
}
