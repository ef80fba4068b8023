using System.Collections.Frozen;
using Search.Articles.Schema;

namespace Search.Articles.Querying.Syntax;

/// <summary>A field that a query can name.</summary>
/// <param name="Name">As it is printed.</param>
/// <param name="Kind">How it is looked for.</param>
internal sealed record QueryField(string Name, FieldKind Kind)
{
    /// <summary>The paragraph's text: the field where none is named.</summary>
    public static QueryField Body { get; } = new(ArticleFields.Body, FieldKind.Body);

    public static QueryField Headline { get; } = new(ArticleFields.Headline, FieldKind.Headline);

    public static QueryField Url { get; } = new(ArticleFields.Url, FieldKind.Address);

    public static QueryField Published { get; } = new(ArticleFields.Published, FieldKind.Date);

    private static readonly QueryField[] Fields =
    [
        Body, Headline,
        new(ArticleFields.Lead, FieldKind.Lead),
        new(ArticleFields.Name, FieldKind.Mention), new(ArticleFields.Place, FieldKind.Mention),
        new(ArticleFields.Outlet, FieldKind.Keyword), new(ArticleFields.Author, FieldKind.Keyword),
        Published,
        new(ArticleFields.Language, FieldKind.Keyword),
        new(ArticleFields.Names, FieldKind.MentionText), new(ArticleFields.Places, FieldKind.MentionText),
        new(ArticleFields.Article, FieldKind.Id), new(ArticleFields.Key, FieldKind.Key),
        Url, new(ArticleFields.Path, FieldKind.Address), new("site", FieldKind.Site),
    ];

    private static readonly FrozenDictionary<string, QueryField> ByName =
        Fields.ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);

    // What other search languages call them.
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["text"] = ArticleFields.Body, ["intext"] = ArticleFields.Body, ["inbody"] = ArticleFields.Body, ["content"] = ArticleFields.Body,
        ["title"] = ArticleFields.Headline, ["intitle"] = ArticleFields.Headline, ["allintitle"] = ArticleFields.Headline,
        ["source"] = ArticleFields.Outlet, ["publication"] = ArticleFields.Outlet, ["publisher"] = ArticleFields.Outlet,
        ["by"] = ArticleFields.Author, ["byline"] = ArticleFields.Author,
        ["person"] = ArticleFields.Name, ["location"] = ArticleFields.Place,
        ["date"] = ArticleFields.Published, ["lang"] = ArticleFields.Language, ["inurl"] = ArticleFields.Url, ["id"] = ArticleFields.Article,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names to offer to somebody who typed one that is none.</summary>
    public static string Names { get; } = string.Join(", ", Fields.Skip(1).Take(7).Select(field => field.Name));

    /// <summary>Whether values are running text, cut into words.</summary>
    public bool IsText => Kind is FieldKind.Body or FieldKind.Headline or FieldKind.Lead or FieldKind.MentionText;

    /// <summary>The field of the index in which words are looked for: the lead is a part of the text.</summary>
    public string IndexField => Kind == FieldKind.Lead ? ArticleFields.Body : Name;

    /// <summary>The field of a name, in any letter case; null when there is none.</summary>
    /// <param name="isAlias">Whether another search language calls it so.</param>
    public static QueryField? Find(string name, out bool isAlias)
    {
        isAlias = Aliases.TryGetValue(name, out string? meant);
        return ByName.GetValueOrDefault(meant ?? name);
    }
}
